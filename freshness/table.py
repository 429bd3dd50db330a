"""Where the count lies: known here without the models, because the server's door is there before them."""

TABLE = "freshness_changecount"
