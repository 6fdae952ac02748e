counter = 1


def work():
    conter += 1
    return counter


try:
    work()
except UnboundLocalError as error:
    print(error)
print(countr)
