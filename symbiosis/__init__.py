"""The Flask application: wires matching and graph, speaks HTTP and to people."""
