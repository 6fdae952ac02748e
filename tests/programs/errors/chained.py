class Account:
    def __init__(self, balance):
        self.balance = balance

    def withdraw(self, amount):
        if amount > self.balance:
            raise ValueError(f"not enough: {self.balance}")
        self.balance -= amount


def pay(account, amount):
    try:
        account.withdraw(amount)
    except ValueError as error:
        raise RuntimeError("payment failed") from error


try:
    pay(Account(5), 10)
except RuntimeError:
    {}["missing"]
