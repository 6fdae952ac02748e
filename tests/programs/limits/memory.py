try:
    hog = []
    while True:
        hog.append(bytes(10_000_000))
except MemoryError as error:
    print("MemoryError", str(error) == "")
hog = None
print("alive")
