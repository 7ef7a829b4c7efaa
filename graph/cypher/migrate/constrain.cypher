// The names of migrations and of their lease are unique. Comes before everything else.
// takes  nothing
// gives  nothing
CREATE CONSTRAINT migration_name IF NOT EXISTS FOR (n:Migration) REQUIRE n.name IS UNIQUE
