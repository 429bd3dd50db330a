def find_entities(page):
    pass
