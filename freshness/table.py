"""Where the counts lie: known here without the models, because the server's door is there before them."""

TABLE = "freshness_changecount"
TOUCHES = "freshness_touch"
