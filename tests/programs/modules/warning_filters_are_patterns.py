import warnings


def tried(text, category=RuntimeWarning):
    try:
        warnings.warn(text, category)
    except Warning as e:
        print("raised", repr(e))
    else:
        print("passed", text)


with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    warnings.filterwarnings("error", message=".*bad", category=RuntimeWarning)
    warnings.filterwarnings("ignore", r"code \d+$")
    tried("very BAD thing")
    tried("not so good")
    tried("code 42")
    tried("code 42 and more")
    tried("very bad thing", UserWarning)
    print([str(w.message) for w in seen])
    print(warnings.filters[:2])
with warnings.catch_warnings():
    warnings.filterwarnings("error", module="__ma")
    tried("from here")
    warnings.filterwarnings("ignore", module="ma")
    tried("from here again")
    warnings.filterwarnings("ignore", message="from.+third", module=".*main.*")
    tried("from here for a third time")
