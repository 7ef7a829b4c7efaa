"""Records become what a reader sees: sentences, bars, shapes. Keys and numbers come in, words go out.

Words follow the language of the request (flask-babel); names of the reference book are asked for by language.
"""
