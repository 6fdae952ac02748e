"""csv at its edges: dialects that contradict themselves, escapes at the ends of lines, and what the Sniffer makes of samples."""
import copy
import csv
import io
import pickle


def t(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)


rd=lambda lines,**k: list(csv.reader(lines,**k))
for kw in (dict(delimiter='abc'),dict(delimiter=''),dict(delimiter=1),dict(delimiter=None),dict(delimiter='\n'),dict(delimiter='"'),dict(quotechar=''),dict(quotechar=None),dict(quotechar='ab'),dict(quotechar='\r'),dict(escapechar=''),dict(escapechar='\n'),dict(escapechar='"'),dict(lineterminator=1),dict(quoting=10),dict(quoting='a'),dict(bad=1),dict(delimiter=' ',skipinitialspace=True),dict(escapechar=' ',skipinitialspace=True),dict(quotechar=' ',skipinitialspace=True),dict(delimiter='\x85'),dict(quotechar='"',quoting=csv.QUOTE_ALL,delimiter='"')):
    print(kw); t(rd,['a'],**kw); t(lambda: csv.writer(io.StringIO(),**kw).writerow(['a']))
t(rd,['a,"'],strict=True); t(rd,['a,"']); t(rd,['^a'],escapechar='^',strict=True); t(rd,['a^'],escapechar='^',strict=True); t(rd,['a^'],escapechar='^'); t(rd,['"a"b'],strict=True); t(rd,['"a"b'])
t(rd,['1,",3,",5'],quotechar=None,escapechar='\\'); t(rd,['1,",3,",5'],quoting=csv.QUOTE_NONE,escapechar='\\'); t(rd,[',3,"5",7.3, 9'],quoting=csv.QUOTE_NONNUMERIC); t(rd,['"a\n','7'],quoting=csv.QUOTE_NONNUMERIC); t(rd,['a'],quoting=csv.QUOTE_NONNUMERIC); t(rd,['\\\na,b'],escapechar='\\'); t(rd,['a\\\n','b'],escapechar='\\'); t(rd,['\\\r\na'],escapechar='\\'); t(rd,[',"",x'],quoting=csv.QUOTE_NOTNULL); t(rd,[',"",1,"x"'],quoting=csv.QUOTE_STRINGS)
d = csv.reader(['a']).dialect
for n in ('delimiter','doublequote','escapechar','lineterminator','quotechar','quoting','skipinitialspace','strict'): t(getattr,d,n); t(setattr,d,n,1); t(delattr,d,n)
t(copy.copy,d); t(pickle.dumps,d); t(csv.field_size_limit,None); t(csv.field_size_limit,1,2); t(csv.field_size_limit)
t(csv.reader,5); t(csv.writer,5); t(csv.reader,[],'nosuch'); t(csv.register_dialect,'x',1); t(csv.register_dialect,5,'excel'); t(csv.get_dialect,'nope'); t(csv.unregister_dialect,'nope')
f=csv.field_size_limit(3); t(rd,['abcd']); csv.field_size_limit(f)
t(rd,['a\nb']); t(rd,['a\rb']); t(rd,[b'a']); t(rd,['a\0b'])
def wr(row,**k):
    o=io.StringIO(); n=csv.writer(o,**k).writerow(row); return repr(o.getvalue()),n
for k in ({},dict(quoting=1),dict(quoting=2),dict(quoting=3,escapechar='\\'),dict(quoting=4),dict(quoting=5),dict(quoting=3),dict(doublequote=False,escapechar='\\'),dict(doublequote=False),dict(delimiter=' '),dict(quotechar=None),dict(lineterminator='!')):
    for row in (['a','b c',1,2.5,None,True],['a"b',"c'd",'e\nf',' g','h!'],[''],[None],[],['\\','x,y'],['',''],5,'abc',[' '],['a\\b']): print(k,row,end=' '); t(wr,row,**k)
S=["Harry's, Arlington Heights, IL, 2/1/03, Kimi Hayes\nShark City, Glendale Heights, IL, 12/28/02, Prezence\n","'Harry''s':'Arlington Heights':'IL':'2/1/03':'Kimi Hayes'\n'Shark City':'Glendale Heights':'IL':'12/28/02':'Prezence'\n",'"venue","city","state","date","performers"\n','05/05/03?05/05/03?05/05/03?05/05/03?05/05/03?05/05/03\n05/05/03?05/05/03?05/05/03?05/05/03?05/05/03?05/05/03\n','2147483648;43.0e12;17;abc;def\n147483648;43.0e2;17;abc;def\n47483648;43.0;170;abc;def\n',"a\tb\tc\nd\te\tf\n",'a|b|c\nd|e|f','name;age\n"x;y";3\n"z";4\n','a','','a b c\nd e f\n','x:y\nz:w\n',"1,2,3\r\n4,5,6\r\n",'"a","b""c"\n"d","e"\n',"'a';'b'\n",'abc\ndef\n','k=v\nq=w\n','name, age\nbob, 3\namy, 4\n','ab\tcd ef\ngh\tij kl mn\n']
for s in S:
    for dl in (None,'?,','|;'):
        def sn():
            d=csv.Sniffer().sniff(s,dl); return d.delimiter,d.quotechar,d.doublequote,d.skipinitialspace,d.lineterminator,d.quoting,d.__name__
        print(repr(s[:30]),dl,end=' '); t(sn)
    t(lambda: csv.Sniffer().has_header(s))
for s in ('time,forces\n1,1.5\n0.5,5+0j\n0,0\n','name,age\nbob,3\namy,44\n','1,2\n3,4\n5,6\n','ab,cd\nef,gh\nij,kl\n','long name,x\nab,c\nde,f\n','a,b\n1,x\n2,yy\n3,z\n'): t(lambda: csv.Sniffer().has_header(s))
