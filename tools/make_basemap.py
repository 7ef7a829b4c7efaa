"""Draw the outlines of Georgia's regions from Natural Earth, for the planner's map.

For people who keep the project; the site itself reads only what this script wrote.

    apt-get download qgis-common && dpkg-deb -x qgis-common_*.deb unpacked
    python tools/make_basemap.py unpacked/usr/share/qgis/resources/data/world_map.gpkg

Source: Natural Earth 4.1, Admin 1 states and provinces (public domain), as carried by Debian's `qgis-common`.
Georgia is taken whole, within its internationally recognised borders. Outlines carry 15 to 76 points each:
enough to recognise a region on a small map, not enough to decide on which side of a border a site lies.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sqlite3
import struct
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "reference" / "basemap.json"
REGIONS = {  # Natural Earth's name -> ISO 3166-2
    "Abkhazia": "GE-AB",
    "Ajaria": "GE-AJ",
    "Guria": "GE-GU",
    "Imereti": "GE-IM",
    "Kakheti": "GE-KA",
    "Kvemo Kartli": "GE-KK",
    "Mtskheta-Mtianeti": "GE-MM",
    "Racha-Lechkhumi-Kvemo Svaneti": "GE-RL",
    "Samegrelo-Zemo Svaneti": "GE-SZ",
    "Samtskhe-Javakheti": "GE-SJ",
    "Shida Kartli": "GE-SK",
    "Tbilisi": "GE-TB",
}
ENVELOPE_BYTES = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}
POLYGON, MULTI_POLYGON = 3, 6
Ring = list[tuple[float, float]]


def main() -> None:
    """Read the package, write `reference/basemap.json`, say what was written."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("world_map", type=Path, help="world_map.gpkg of Debian's qgis-common")
    source: Path = parser.parse_args().world_map
    regions = read_regions(source)
    TARGET.write_text(as_json(regions, source), encoding="utf-8")
    n_points = sum(len(ring) for rings in regions.values() for ring in rings)
    print(f"{TARGET}: {len(regions)} regions, {n_points} points")


def read_regions(source: Path) -> dict[str, list[Ring]]:
    """Outer rings (longitude, latitude) by ISO 3166-2 code, 3 decimals (about 100 m)."""
    with sqlite3.connect(f"file:{source}?mode=ro", uri=True) as database:
        rows = database.execute("SELECT name, geom FROM states_provinces WHERE adm0_a3 = 'GEO'").fetchall()
    if {name for name, _ in rows} != set(REGIONS):
        raise SystemExit(f"Expected the regions {sorted(REGIONS)}, found {sorted(name for name, _ in rows)}.")
    return {REGIONS[name]: outer_rings(blob) for name, blob in sorted(rows)}


def outer_rings(blob: bytes) -> list[Ring]:
    """The outer rings of a GeoPackage geometry (OGC 12-128r15, 2.1.3): its own header, then WKB."""
    if blob[:2] != b"GP":
        raise SystemExit("Not a GeoPackage geometry.")
    geometry = blob[8 + ENVELOPE_BYTES[blob[3] >> 1 & 7] :]
    kind = struct.unpack_from("<I", geometry, 1)[0]
    if kind == POLYGON:
        return [_polygon(geometry, 0)[0]]
    if kind != MULTI_POLYGON:
        raise SystemExit(f"Unexpected geometry type {kind}.")
    rings, offset = [], 9
    for _ in range(struct.unpack_from("<I", geometry, 5)[0]):
        ring, offset = _polygon(geometry, offset)
        rings.append(ring)
    return rings


def _polygon(wkb: bytes, offset: int) -> tuple[Ring, int]:
    n_rings = struct.unpack_from("<I", wkb, offset + 5)[0]
    offset += 9
    first: Ring = []
    for index in range(n_rings):
        n_points = struct.unpack_from("<I", wkb, offset)[0]
        numbers = struct.unpack_from(f"<{2 * n_points}d", wkb, offset + 4)
        if index == 0:
            first = [(round(x, 3), round(y, 3)) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
        offset += 4 + 16 * n_points
    return first, offset


def as_json(regions: dict[str, list[Ring]], source: Path) -> str:
    """One region per line, with where it comes from at the top."""
    about = {
        "title": "Natural Earth 4.1, Admin 1 - States, Provinces",
        "licence": "public domain",
        "read_from": "world_map.gpkg, layer states_provinces, of Debian's qgis-common",
        "sha256": hashlib.sha256(source.read_bytes()).hexdigest(),
    }
    lines = ",\n".join(
        f"    {json.dumps(code)}: {json.dumps(rings, separators=(',', ':'))}"
        for code, rings in regions.items()
    )
    return f'{{\n  "source": {json.dumps(about)},\n  "regions": {{\n{lines}\n  }}\n}}\n'


if __name__ == "__main__":
    main()
