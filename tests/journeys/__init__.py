"""What people do with the site, in a real browser on the real program and database, in both languages."""
