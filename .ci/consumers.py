#!/usr/bin/env python3
"""Compare what other programs read of an export with the graph it was made of.

usage: consumers.py hostile GRAPH.json OUT.json     put hostile text into every field of a graph
       consumers.py CONSUMER DIR                    DIR holds graph.json and export.*, see .ci/consumers
"""
import datetime, json, os, re, sys

PAYLOADS = [
    '=HYPERLINK("http://x.invalid","y")', '+1+1', "-2+3|cmd", '@SUM(A1)', "＝1+1",
    '</w:t></w:r></w:p><w:p>', ']]><![CDATA[', '&amp;&lt;&#0;', '<script>window.x=1</script>', '<img src=x onerror=window.x=1>', '"><svg onload=window.x=1>',
    'a" ]; evil [label="b', 'back\\slash \\n \\N \\', 'line\r\nEND:VEVENT\r\nBEGIN:VEVENT', 'a;b,c:d', '}, title={evil', '@article{evil,', '100% $x_1^2~ #&', 'ER  - \nTY  - BOOK',
    '[^1] *b* _i_ `c` [l](javascript:window.x=1) ![i](x)', '# no heading', 'a\u2028b\u2029c', '\u202eevil\u202c', 'الهدنة على النهر', 'ירושלים של זהב', '_x000D_ \x0b\x1f', 'W' * 400, '{{window.x=1}}', 'null', "'",
]
WHENS = ['-0480-09-20', 'Y12020-05-05', '0000-01-01', '0001-01-01', '9999-12-31', '2021-05', '2021', '199X', '2021-05-04~', '../2021-05-04', '2021-05-18T12:30:00+04:00', '']
BOUNDS = {
    '-0480-09-20': ('-0480-09-20',) * 2, 'Y12020-05-05': ('Y12020-05-05',) * 2, '0000-01-01': ('0000-01-01',) * 2, '0001-01-01': ('0001-01-01',) * 2, '9999-12-31': ('9999-12-31',) * 2,
    '2021-05': ('2021-05-01', '2021-05-31'), '2021': ('2021-01-01', '2021-12-31'), '199X': ('1990-01-01', '1999-12-31'), '2021-05-04~': ('2021-05-04',) * 2,
    '../2021-05-04': ('', '2021-05-04'), '2021-05-18T12:30:00+04:00': ('2021-05-18',) * 2, '': ('', ''),
}
PRECISION = {'2021-05': 'month', '2021': 'year', '199X': 'decade', '../2021-05-04': 'interval', '': ''}
TOLD = {'alleged': 'Alleged', 'denied': 'Denied', 'demanded': 'Demanded', 'planned': 'Planned', 'hypothetical': 'Hypothetical', 'negated': 'Said not to have happened'}


def hostile(source, target):
    """Put a payload into every field that a document can reach, and dates from beyond every format."""
    g = json.load(open(source, encoding='utf8'))
    n = iter(range(10**9))
    p = lambda: PAYLOADS[next(n) % len(PAYLOADS)]
    ids = {d['id']: f"{i}{PAYLOADS[i % len(PAYLOADS)]}" for i, d in enumerate(g['documents'])}
    for d in g['documents']:
        d['id'] = ids[d['id']]
        d['copy_of'] = ids.get(d['copy_of'], '')
        for k in ('title', 'outlet', 'author', 'url', 'path', 'language', 'published_basis'):
            d[k] = p()
    g['documents'][0]['url'] = 'https://x.invalid/a?b=%20&c={d}'
    g['documents'][1]['url'] = 'https://x.invalid/a?b=%20&c=\'"#_$~^'
    g['documents'][2]['url'] = 'https://x.invalid/%7Ea_b?c=1&d=2#e'
    for f in g['families']:
        f['documents'] = [ids[d] for d in f['documents']]
        f['first'], f['outlets'] = ids[f['first']], [p()]
    for r in g['reports']:
        r['document'] = ids[r['document']]
        r['quote']['text'] = p()
        r['hedge'] = p()
        for a in r['attribution'] + []:
            a['speaker'] = p()
    for i, e in enumerate(g['events']):
        e['label'] = f'{p()}'
        for x in e['places']:
            x['name'], x['names'] = p(), [p(), p()]
        for x in e['actors'] + e['targets']:
            x['name'] = p()
        w = WHENS[i % len(WHENS)]
        e['when'].update(edtf=w, earliest=BOUNDS[w][0], latest=BOUNDS[w][1], precision=PRECISION.get(w, 'day'), basis=p())
        for d in e['disputes']:
            d['attribute'] = p()
    for l in g['links']:
        if l['why']['document']:
            l['why'].update(document=ids[l['why']['document']], text=p())
    json.dump(g, open(target, 'w', encoding='utf8'), ensure_ascii=False)


BLANK = re.compile('[\\x00-\x20\x7f-\xa0\u1680\u2000-\u200a\u2028-\u202f\u205f\u2066-\u2069\u3000\ufeff\ufffe\uffff]+')


def clean(s):
    """A text on one line, as every export writes it."""
    return BLANK.sub(' ', s).strip(' ')


def title(e):
    s = clean(e['label'])
    return s if e['modality'] == 'happened' else TOLD[e['modality']] + ': ' + s


def printed(s):
    """A cell of CSV and SQLite: control characters that are no text come as U+FFFD."""
    return re.sub('[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]', '\ufffd', s)


def ask(ok, *what):
    if not ok:
        sys.exit('no: ' + ' '.join(str(w) for w in what))


def same(got, want, what):
    ask(got == want, what, 'is', repr(got), 'and should be', repr(want))


class Export:
    def __init__(self, folder):
        self.folder = folder
        self.g = json.load(open(self.file('graph.json'), encoding='utf8'))
        self.events = {e['id']: e for e in self.g['events']}
        self.links = [l for l in self.g['links'] if l['from'] in self.events and l['to'] in self.events]

    def file(self, name):
        return os.path.join(self.folder, name)


def graphviz(x):
    g = json.load(open(x.file('dot.json'), encoding='utf8'))
    # Graphviz hands back what it was given, with its own escapes.
    drawn = {o['name'][1:]: o for o in g['objects'] if o['name'].startswith('e')}
    same(set(drawn), set(x.events), 'the set of nodes')
    for id, o in drawn.items():
        # The first line of the label, as it is drawn: its text operations.
        first = next(op['text'] for op in o['_ldraw_'] if op['op'] == 'T')
        same(clean(first), title(x.events[id]), 'the label of ' + id)
        same('dashed' in o.get('style', ''), x.events[id]['modality'] != 'happened', 'dashed border of ' + id)
    edges = [e for e in g['edges'] if 'relation' in e or e.get('color') != 'gray']
    same(len(edges), sum(l['basis'] != 'near' for l in x.links), 'the number of links')
    return f'{len(drawn)} nodes and {len(edges)} links drawn'


def networkx(x):
    import networkx as nx
    for name, read in (('graphml', nx.read_graphml), ('gexf', nx.read_gexf)):
        n = read(x.file('export.' + name))
        same(set(n.nodes), set(x.events), name + ': nodes')
        same(n.number_of_edges(), len(x.links), name + ': edges')
        for id, a in n.nodes(data=True):
            e = x.events[id]
            same(clean(a['label']), title(e), f'{name}: label of {id}')
            same(a.get('edtf', ''), e['when']['edtf'], f'{name}: date of {id}')
            same(a['modality'], e['modality'], f'{name}: modality of {id}')
            same(a['n_accounts'], e['accounts'], f'{name}: accounts of {id}')
            if name == 'gexf' and '0001' <= e['when']['earliest'] <= '9999-12-31':
                same(a.get('start'), e['when']['earliest'], f'gexf: start of {id}')
        got = sorted((a, b, d['relation'], d['basis']) for a, b, d in n.edges(data=True))
        same(got, sorted((l['from'], l['to'], l['relation'], l['basis']) for l in x.links), name + ': relations')
    return f'{len(x.events)} nodes and {len(x.links)} edges in GraphML and GEXF'


def icalendar(x):
    import icalendar as ics
    raw = open(x.file('export.ics'), 'rb').read()
    ask(b'\n' not in raw.replace(b'\r\n', b''), 'a line does not end in CRLF')
    for line in raw.split(b'\r\n'):
        ask(len(line) <= 75, 'a line of', len(line), 'bytes')
        line.decode('utf8')
    entries = list(ics.Calendar.from_ical(raw).walk('VEVENT'))
    held = {}
    for v in entries:
        e = x.events[str(v['uid']).removesuffix('@dateline.invalid')]
        held[e['id']] = v
        # This reader takes an escaped backslash before an n for a new line: neither is compared.
        plain = lambda t: re.sub(r'[\\nN\s]', '', t)
        ask(plain(str(v['summary'])).endswith(plain(title(e))), repr(str(v['summary'])), 'is no title of', repr(title(e)))
        w = e['when']
        start = v['dtstart'].dt
        if isinstance(start, datetime.datetime):
            ask('T' in w['edtf'], 'a time of day was made up for', w['edtf'])
            if start.tzinfo:
                same(start, datetime.datetime.fromisoformat(w['edtf'].replace('Z', '+00:00')), 'the time of ' + e['id'])
        else:
            first, _, last = w['edtf'].strip('~?%').partition('/')
            same(start.isoformat(), first.strip('~?%')[:10], 'the day of ' + e['id'])
            same((v['dtend'].dt - datetime.timedelta(1)).isoformat(), (last or first).strip('~?%')[:10], 'the last day of ' + e['id'])
        ask(w['precision'] in ('day', 'hour', 'minute', 'second') or '/' in w['edtf'], e['id'], 'is known to the', w['precision'], 'and became days')
        if e['modality'] != 'happened':
            same(str(v['status']), 'TENTATIVE', 'status of ' + e['id'])
    for e in x.g['events']:
        if e['when']['earliest'] == e['when']['latest'] and re.fullmatch(r'(?!0000)\d{4}-\d\d-\d\d', e['when']['edtf']) and e['when']['edtf'] != '9999-12-31' and not e['when']['basis'].startswith('derived'):
            ask(e['id'] in held, 'the event', e['id'], 'of', e['when']['edtf'], 'is missing')
    return f'{len(entries)} entries of {len(x.events)} events'


def sqlite3(x):
    import sqlite3 as db
    c = db.connect(x.file('export.db'))
    one = lambda q, *a: c.execute(q, a).fetchone()[0]
    same(one('SELECT count(*) FROM events'), len(x.events), 'events')
    same(one('SELECT count(DISTINCT report_id) FROM claims'), len(x.g['reports']), 'reports')
    same(one('SELECT count(*) FROM documents'), len(x.g['documents']), 'documents')
    same(one('SELECT count(*) FROM edges'), len(x.links), 'edges')
    same(one("SELECT count(*) FROM events WHERE modality = 'happened'"), sum(e['modality'] == 'happened' for e in x.g['events']), 'events that happened')
    same(one('SELECT sum(n_accounts) FROM events'), sum(e['accounts'] for e in x.g['events']), 'accounts')
    same(one("SELECT count(*) FROM events WHERE typeof(weight) != 'real' OR typeof(n_documents) != 'integer'"), 0, 'numbers kept as text')
    for e in x.g['events']:
        same(one('SELECT title FROM events WHERE event_id = ?', e['id']), printed(e['label']) or None, 'title of ' + e['id'])
    # Each word of a sentence finds it.
    for r in x.g['reports'][:50]:
        words = [w for w in re.findall(r'[A-Za-z]{5,}', r['quote']['text'])][:1]
        if words:
            ask(one("SELECT count(*) FROM search WHERE search MATCH ? AND id = ?", '"' + words[0] + '"', r['id']), words[0], 'does not find', r['id'])
    return f"{len(x.events)} events, {one('SELECT count(*) FROM claims')} claims, {one('SELECT count(*) FROM search')} indexed texts"


def openpyxl(x):
    import openpyxl as xl
    book = xl.load_workbook(x.file('export.xlsx'))
    same(book.sheetnames, ['readme', 'events', 'claims', 'documents', 'edges', 'families', 'decisions'], 'sheets')
    rows = list(book['events'].iter_rows(values_only=True))
    head, rows = rows[0], rows[1:]
    same(len(rows), len(x.events), 'rows')
    col = {n: i for i, n in enumerate(head)}
    for e, r in zip(x.g['events'], rows):
        same(r[col['event_id']], e['id'], 'id')
        # XML holds no controls: each is a replacement character. A text that looks like an escape of
        # the format is escaped in turn, which this reader leaves as it is.
        want = re.sub('[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]', '\ufffd', re.sub('_x(?=[0-9A-Fa-f]{4}_)', '_x005F_x', e['label']))
        same((r[col['title']] or '').replace('\r\n', '\n'), want.replace('\r\n', '\n'), 'title of ' + e['id'])
        ask(isinstance(r[col['n_documents']], int) and isinstance(r[col['weight']], (int, float)), 'a number is text')
        same(r[col['edtf']] or '', e['when']['edtf'], 'date of ' + e['id'])
    n = 0
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                n += 1
                ask(cell.data_type != 'f', 'a formula in', sheet.title, cell.coordinate)
    return f'{n} cells, no formula'


def bibtexparser(x):
    import bibtexparser as b
    from bibtexparser.bparser import BibTexParser
    entries = b.load(open(x.file('export.bib'), encoding='utf8'), BibTexParser(common_strings=True)).entries
    same(len(entries), len(x.g['documents']), 'entries')
    same(len({e['ID'] for e in entries}), len(entries), 'keys')
    for e in entries:
        ask(e.keys() <= {'ENTRYTYPE', 'ID', 'title', 'author', 'journal', 'date', 'year', 'month', 'url', 'language', 'note'}, 'an injected field:', e)
    return f'{len(entries)} entries'


def pandoc(x):
    def count(node, what):
        if isinstance(node, dict):
            return (node.get('t') == what) + sum(count(v, what) for v in node.values())
        return sum(count(v, what) for v in node) if isinstance(node, list) else 0

    def words(node):
        if isinstance(node, dict):
            t, c = node.get('t'), node.get('c')
            if t == 'Note':
                return ''
            return c if t == 'Str' else ' ' if t in ('Space', 'SoftBreak') else words(c)
        return ''.join(words(v) for v in node) if isinstance(node, list) else ''

    want = sum(len({r['document'] for r in x.g['reports'] if r['event'] == e['id']}) for e in x.g['events'])
    for name in ('markdown', 'docx'):
        doc = json.load(open(x.file(name + '.json'), encoding='utf8'))
        same(count(doc['blocks'], 'Note'), want, name + ': footnotes')
        for forbidden in ('RawInline', 'RawBlock', 'Image', 'Code', 'CodeBlock', 'Math', 'BulletList'):
            same(count(doc['blocks'], forbidden), 0, f'{name}: {forbidden}')
        paragraphs = [re.sub(r'[“”‘’"\']', '', words(b)) for b in doc['blocks']]
        for e in x.g['events']:
            t = re.sub(r'[“”‘’"\']', '', title(e))
            t = t.replace('...', '…') if name == 'markdown' else t
            ask(any(t in p for p in paragraphs), name, 'does not tell', repr(t))
    return f'{want} footnotes in Markdown and DOCX'


def libreoffice(x):
    import csv
    text = re.sub(r'\s+', '', open(x.file('docx/text.txt'), encoding='utf8').read())
    missing = [e['id'] for e in x.g['events'] if re.fullmatch(r'[ -~]{1,80}', title(e)) and re.sub(r'\s', '', title(e)).replace('-', '') not in text.replace('-', '')]
    # A title that is cut by the end of a page has a footnote in its middle.
    ask(len(missing) <= len(x.events) // 20, len(missing), 'titles are not in the pages, such as', missing[:1] and title(x.events[missing[0]]))
    sheet = next(f for f in os.listdir(x.file('xlsx')) if f.endswith('.csv'))
    rows = list(csv.DictReader(open(x.file('xlsx/' + sheet), encoding='utf8')))
    same([r['event_id'] for r in rows], [e['id'] for e in x.g['events']], 'rows')
    for e, r in zip(x.g['events'], rows):
        same(clean(r['edtf']), e['when']['edtf'], 'date of ' + e['id'])
        if re.fullmatch('[!-~]([ -~]*[!-~])?', e['label']):
            same(r['title'].lstrip("'") or "'", e['label'].lstrip("'") or "'", 'title of ' + e['id'])
    return f'DOCX and XLSX as pages, {len(rows)} rows'


def timelinejs(x):
    dom = open(x.file('timelinejs.dom'), encoding='utf8').read()
    state = re.search(r'<pre id="state"[^>]*>(.*?)</pre>', dom, re.S)
    ask(state, 'the page did not finish')
    state = json.loads(state[1].replace('&amp;', '&').replace('&lt;', '<').replace('&gt;', '>').replace('&quot;', '"'))
    same(state['errors'], [], 'errors on the page')
    same(state['x'], None, 'window.x')
    slides = json.load(open(x.file('export.timeline.json'), encoding='utf8'))['events']
    same(state['events'], len(slides), 'slides')
    same(state['slides'], len(slides) + 1, 'slides with that of the title')
    for s in slides:
        e = x.events[s['unique_id']]
        d, p = s['start_date'], e['when']['precision']
        if p in ('month', 'year', 'season', 'decade'):
            ask('day' not in d, 'a day was made up for', e['when']['edtf'])
        if p in ('year', 'season', 'decade'):
            ask('month' not in d, 'a month was made up for', e['when']['edtf'])
        ask(d['display_date'] and not d['display_date'].startswith('no date'), 'no date in words')
    return f"{state['slides']} slides in the browser"


CHECKS = [graphviz, networkx, icalendar, sqlite3, openpyxl, bibtexparser, pandoc, libreoffice, timelinejs]

if __name__ == '__main__':
    if len(sys.argv) == 4 and sys.argv[1] == 'hostile':
        hostile(*sys.argv[2:])
    else:
        check = {c.__name__: c for c in CHECKS}.get(sys.argv[1]) if len(sys.argv) == 3 else None
        if not check:
            sys.exit(__doc__)
        print(f'  {os.path.basename(sys.argv[2])}: {check(Export(sys.argv[2]))}')
