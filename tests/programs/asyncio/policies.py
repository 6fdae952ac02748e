"""Policies: reached with warnings, subclassed, set, used by new_event_loop."""
import asyncio
import warnings

warnings.simplefilter("always")
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    base = asyncio.DefaultEventLoopPolicy
    abstract = asyncio.AbstractEventLoopPolicy
    made = []

    class Policy(base):
        def new_event_loop(self):
            made.append("made")
            return "a loop"
    old = asyncio.get_event_loop_policy()
    asyncio.set_event_loop_policy(Policy())
    print(type(asyncio.get_event_loop_policy()).__name__, issubclass(base, abstract), base.__mro__[-2].__name__)
    print(asyncio.get_event_loop_policy().new_event_loop(), made)
    asyncio.set_event_loop_policy(None)
    for policy in (object(), "policy"):
        try:
            asyncio.set_event_loop_policy(policy)
        except TypeError as error:
            print(error)
    for method in ("get_event_loop", "new_event_loop"):
        try:
            getattr(abstract(), method)()
        except NotImplementedError as error:
            print(method, repr(error))
    asyncio.set_event_loop_policy(old)
for warning in caught:
    print(warning.category.__name__, warning.message, warning.lineno)
for name in ("AbstractEventLoopPolicy", "DefaultEventLoopPolicy", "policies"):
    print(name, name in dir(asyncio), name in asyncio.__all__)
for name in ("WindowsSelectorEventLoopPolicy", "nonsense"):
    try:
        getattr(asyncio, name)
    except AttributeError as error:
        print(error)
