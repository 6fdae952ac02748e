"""HTMLCalendar writes years and whole pages."""
import calendar

html = calendar.HTMLCalendar()
year = html.formatyear(2024, 4)
print(len(year), year[:150], year[-300:], sep='\n')
page = html.formatyearpage(2023, width=0, css='other.css', encoding='ascii')
print(type(page), page[:500].decode(), len(page), sep='\n')
print(html.formatyearpage(1999, css=None)[:400])


class Own(calendar.HTMLCalendar):
    cssclass_year = 'own-year'
    cssclass_year_head = 'own-head'

    def formatmonth(self, theyear, themonth, withyear=True):
        return f'<{theyear}-{themonth} {withyear}>'


print(Own(6).formatyear(2025, 5))
