"""Who looks for the keyword that was meant warns of the text once more"""
def pattern():
    return "\d"
fro y in x: w = x is 1; v = "\d"; u = 1if 2else 3
