"""One kind of evidence in each file: a function `(output, need, book) -> Evidence`, not yet weighed.

`value` is None when it cannot be known. The ranker turns values into contributions by its weights.

Three things are no evidence. How reliable a firm is: nobody states how steady an output is from month to
month, no date is promised that could be kept, and what came of a firm's exchanges is told to nobody but the
two and the coordinator. Whether two firms know each other: a score that rose by it would name a firm to the
other before both said yes, so only the coordinator is told. How many take something: popularity would only
make the busy busier.
"""
