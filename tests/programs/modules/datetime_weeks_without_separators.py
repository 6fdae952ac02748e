# A digit may stand between a week's date and the time.
from datetime import datetime

for text in ('2022W52520', '2022W527520', '2022W01516', '2022W01', '2022W013', '2022W013T12', '2022W01T12', '2022W0131230', '2022W013512', '2022W01351230', '2022W0135123045', '2022W013-1230'):
    try:
        print(text, datetime.fromisoformat(text))
    except ValueError as error:
        print(text, error)
