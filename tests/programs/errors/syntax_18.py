global x
x = 1
def g():
    y = 1
    global y
