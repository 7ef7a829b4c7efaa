"""One kind of evidence in each file: a function `(output, need, book) -> Evidence`, not yet weighed.

`value` is None when it cannot be known. The ranker turns values into contributions by its weights.
"""
