"""Tests of an asynchronous shop with IsolatedAsyncioTestCase and mocks."""
import asyncio
import io
import sys
import unittest
from contextlib import asynccontextmanager
from dataclasses import dataclass
from unittest import mock
from unittest.mock import ANY, AsyncMock, MagicMock, Mock, PropertyMock, call, patch, sentinel


@dataclass
class Order:
    number: int
    item: str
    paid: bool = False


class Gateway:
    async def charge(self, order, *, amount):
        raise NotImplementedError

    async def refund(self, order):
        raise NotImplementedError

    @property
    def currency(self):
        return "EUR"


class Shop:
    def __init__(self, gateway, *, retries=2):
        self.gateway = gateway
        self.retries = retries
        self.log = []

    async def pay(self, order, amount):
        for attempt in range(self.retries + 1):
            try:
                receipt = await self.gateway.charge(order, amount=amount)
            except ConnectionError as error:
                self.log.append((attempt, str(error)))
                await asyncio.sleep(2 ** attempt)
            else:
                order.paid = True
                return receipt
        raise RuntimeError("gave up") from None

    @asynccontextmanager
    async def reservation(self, order):
        self.log.append("reserve")
        try:
            yield order
        except Exception:
            await self.gateway.refund(order)
            raise
        finally:
            self.log.append("release")


class PayingTests(unittest.IsolatedAsyncioTestCase):
    @classmethod
    def setUpClass(cls):
        cls.events = []

    def setUp(self):
        self.events.append("setUp")
        self.gateway = AsyncMock(spec=Gateway)
        self.shop = Shop(self.gateway)

    async def asyncSetUp(self):
        self.events.append("asyncSetUp")
        self.order = Order(1, "tea")
        self.addAsyncCleanup(self.clean, "bye")

    async def clean(self, word):
        self.events.append(word)

    async def asyncTearDown(self):
        self.events.append("asyncTearDown")

    async def test_pays_at_once(self):
        self.gateway.charge.return_value = sentinel.receipt
        self.assertIs(await self.shop.pay(self.order, 10), sentinel.receipt)
        self.gateway.charge.assert_awaited_once_with(self.order, amount=10)
        self.assertTrue(self.order.paid)

    async def test_retries(self):
        self.gateway.charge.side_effect = [ConnectionError("down"), ConnectionError("busy"), "ok"]
        with patch("asyncio.sleep", new_callable=AsyncMock) as sleeping:
            self.assertEqual(await self.shop.pay(self.order, 5), "ok")
        self.assertEqual(sleeping.await_args_list, [call(1), call(2)])
        self.assertEqual(self.gateway.charge.await_count, 3)
        self.assertEqual(self.shop.log, [(0, "down"), (1, "busy")])

    async def test_gives_up(self):
        self.gateway.charge.side_effect = ConnectionError
        with patch.object(asyncio, "sleep", AsyncMock()):
            with self.assertRaisesRegex(RuntimeError, "^gave"):
                await self.shop.pay(self.order, 5)

    async def test_refunds(self):
        with self.assertRaises(ZeroDivisionError):
            async with self.shop.reservation(self.order) as order:
                order.number / 0
        self.gateway.refund.assert_awaited_with(ANY)
        self.assertListEqual(self.shop.log, ["reserve", "release"])

    async def test_fails(self):
        await asyncio.sleep(0)
        self.gateway.refund.assert_awaited_once()

    async def test_not_called_like_that(self):
        await self.gateway.charge(self.order, amount=3)
        self.gateway.charge.assert_awaited_with(self.order, amount=4)

    async def test_spec_keeps_names(self):
        await self.gateway.steal(1)

    async def test_subtests(self):
        for amount in (1, 2, 3):
            with self.subTest(amount=amount, even=amount % 2 == 0):
                self.assertLess(amount, 3)

    async def test_wrong_signature(self):
        fake = mock.create_autospec(Gateway, instance=True)
        await fake.charge(self.order, 3)

    @unittest.skip("no network here")
    async def test_skipped(self):
        pass

    @unittest.expectedFailure
    async def test_expected(self):
        self.assertIn("x", {"y": 1})

    async def test_property(self):
        with patch.object(Gateway, "currency", new_callable=PropertyMock) as currency:
            currency.return_value = "GBP"
            self.assertEqual(Gateway().currency, "GBP")
        self.assertEqual(Gateway().currency, "EUR")

    async def test_async_iteration(self):
        rows = MagicMock()
        rows.__aiter__.return_value = ["a", "b"]
        self.assertEqual([row async for row in rows], ["a", "b"])
        db = MagicMock()
        db.__aenter__.return_value = "conn"
        async with db as conn:
            self.assertEqual(conn, "conn")
        db.__aexit__.assert_awaited_once_with(None, None, None)


stream = io.StringIO()
suite = unittest.defaultTestLoader.loadTestsFromTestCase(PayingTests)
result = unittest.TextTestRunner(stream=stream, verbosity=2, durations=None).run(suite)
text = stream.getvalue()
import re
print(re.sub(r"in \d+\.\d+s", "in TIME", text))
print(result, len(result.failures), len(result.errors), len(result.skipped), len(result.expectedFailures))
print(PayingTests.events[:8])
m = Mock(name="box", **{"open.return_value.read.return_value": 7, "close.side_effect": OSError("shut")})
print(m.open("x").read(), m.mock_calls)
try:
    m.close()
except OSError as error:
    print(error)
try:
    m.open.assert_called_once_with("y", mode="r")
except AssertionError as error:
    print(error)
try:
    m.open.assert_has_calls([call("x"), call("z")])
except AssertionError as error:
    print(error)
a = AsyncMock(side_effect=lambda n: n * 2)
print(asyncio.run(a(21)), a.await_args, a.call_args.args, a.mock_calls)
try:
    a.assert_not_awaited()
except AssertionError as error:
    print(error)
