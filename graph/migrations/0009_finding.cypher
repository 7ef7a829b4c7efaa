// By what a listing is read as, and where, its counterparts find it.

CREATE INDEX read_as_thing_place IF NOT EXISTS FOR ()-[n:READ_AS]-() ON (n.thing, n.place);
