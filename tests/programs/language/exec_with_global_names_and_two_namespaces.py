above, below = {}, {}
exec('''
def f():
    y = 1
    def g():
        global y
        return y
    def h():
        return y + 1
    return g, h
y = 9
z = 3
g, h = f()
first, second = g(), h()
''', above, below)
print(above['y'], 'y' in below, below['z'], 'z' in above, below['first'], below['second'])


def inside():
    exec('''
count = 0
def up():
    global count
    count += 1
up()
up()
print(count)
''')


inside()
