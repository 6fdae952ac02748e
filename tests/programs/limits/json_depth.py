# Nesting is limited, and says so; a hundred levels are no problem.
import json


class Plain:
    pass


nested = []
for _ in range(100000):
    nested = [nested]
calls = [
    lambda: json.loads('[' * 100000), lambda: json.loads('{"a":' * 100000), lambda: json.loads('[' * 100 + ']' * 100), lambda: json.dumps(nested),
    lambda: json.dumps(nested, check_circular=False), lambda: json.dumps(Plain(), default=lambda o: [Plain()]), lambda: json.dumps(Plain(), default=lambda o: o),
]
for call in calls:
    try:
        print(len(str(call())))
    except (RecursionError, ValueError) as e:
        print(type(e).__name__)
while nested:
    nested = nested.pop()
