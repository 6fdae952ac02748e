class Thing:
    def __init__(self):
        self.length = 3


print(Thing().lenght)
