def add(first,
        second):
    return (first +
            second
            )


result = add(
    1,
    "two",
)
