"""A number that runs into a word is warned of, also behind the mistake on its line"""
def g(x):
    return 1 6 if x else 5and 6
