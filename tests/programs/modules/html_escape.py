import html

for text in ('<a href="x">Tom & \'Jerry\'</a>', '', 'plain'):
    print(html.escape(text), html.escape(text, quote=False))
    print(html.unescape(html.escape(text)) == text)
print(html.unescape('&lt;p&gt; &amp;amp; &quot;x&quot; &#39;y&#x27; &eacute;&Eacute;&euro; &nbsp;|&copy 2026 &notit; &#0; &#128; &#xD800; &#x110000; & &; &#; a&b'))
print(html.unescape('&hearts;&alpha;&Omega;&le;&rarr;&hellip;&mdash;&ldquo;&rdquo;&trade;&AMP;&LT'))
