"""Texts that harm whoever takes them for markup: seven of these stop a paragraph, unescaped."""

HOSTILE = {
    "an ampersand": "R&D, en score < 3 en > 1",
    "arithmetic and an ampersand": "<3 & >1 &amp; &#60;b&#62;",
    "a picture of another kind": '<img src="file:///etc/hostname" width="10" height="10"/>',
    "an open tag": "ik dacht <b>nee",
    "a picture on a server": '<img src="http://127.0.0.1:9/ssrf" width="10" height="10"/>',
    "a picture on the disk": '<img src="/etc/hostname" width="10" height="10"/>',
    "a script": '<a href="javascript:app.alert(1)">x</a>',
    "a link": '<a href="http://evil.example/">klik</a>',
    "code": "<font color=\"[[[getattr(pow,Word('__globals__')) for Word in [1]]]]\">x</font>",
    "huge letters": '<para fontSize="500"><font size="99999">x</font></para>',
    "tags of ReportLab": '<onDraw name="x" label="y"/><seq id="a"/>',
    "deep nesting": "<b>" * 2000 + "x" + "</b>" * 2000,
    "controls": "a\x00b\x08c",
    "half a character": "a\ud800b",
    "other scripts": "\u202eabc \U0001f600 \ufdfd",
    "one long word": "x" * 20_000,
    "a book": "woord " * 20_000,
    "many lines": "een\n\n\ntwee\n" * 40,
}
