def boom(n):
    raise ValueError(n)


errors = []
for n in range(2):
    try:
        boom(n)
    except ValueError as error:
        error.add_note(f"note {n}")
        errors.append(error)
errors.append(ExceptionGroup("inner", [TypeError("t")]))
raise ExceptionGroup("outer", errors)
