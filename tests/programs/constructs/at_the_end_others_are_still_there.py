print.__self__ if 0 else None
class D:
    def __init__(self, n): self.n = n
    def __del__(self):
        try: print('del', self.n, other.n)
        except BaseException as e: print('err', type(e).__name__, e)
other = D('other'); first = D('first'); last = D('last')
