"""`is` with literals is warned of once in a comparison, a return in a finally body not where it is in a loop."""


def looped():
    try:
        pass
    finally:
        for x in range(3):
            return x


def waited():
    try:
        pass
    finally:
        while True:
            try:
                pass
            finally:
                return 1


def behind():
    try:
        pass
    finally:
        for x in ():
            break
        else:
            return 2


def left():
    for x in range(2):
        try:
            pass
        finally:
            while True:
                break
            continue


print(looped(), waited(), behind(), left(), 5 is not 5.0 is not 'x', x if (x := 3) is 3 is 4 else 0)
