"""Text of paragraphs: what Word shows is read, what it hides is not."""

import pytest

from parsers.formats.docx.numerals import written

LISTS = """
<w:abstractNum w:abstractNumId="1">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{0}"/><w:lvlText w:val="{1}"/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
</w:abstractNum>
<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="6"><w:abstractNumId w:val="1"/>
  <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
"""


def in_list(num_id=5, level=0):
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num_id}"/></w:numPr>'


def field(code, result):
    kinds = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    code, result = f"<w:r><w:instrText>{code}</w:instrText></w:r>", f"<w:r><w:t>{result}</w:t></w:r>"
    return kinds[0] + code + kinds[1] + result + kinds[2]


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        ("<w:r><w:t>ก</w:t><w:tab/><w:t>ข</w:t><w:br/><w:t>ค</w:t><w:cr/></w:r>", "ก\tข\nค\n"),
        ("<w:r><w:t>พ</w:t><w:noBreakHyphen/><w:t>ศ</w:t><w:softHyphen/></w:r>", "พ-ศ"),
        (
            "<w:ins><w:r><w:t>ใหม่</w:t></w:r></w:ins><w:del><w:r><w:delText>เก่า</w:delText></w:r></w:del>",
            "ใหม่",
        ),
        (
            "<w:moveTo><w:r><w:t>ที่นี่</w:t></w:r></w:moveTo><w:moveFrom><w:r><w:t>ที่เดิม</w:t></w:r></w:moveFrom>",
            "ที่นี่",
        ),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>ซ่อน</w:t></w:r><w:r><w:t>เห็น</w:t></w:r>", "เห็น"),
        ('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>เห็น</w:t></w:r>', "เห็น"),
        ('<w:r><w:rPr><w:rStyle w:val="Secret"/></w:rPr><w:t>ซ่อน</w:t></w:r><w:r><w:t>ก</w:t></w:r>', "ก"),
        ("<w:smartTag><w:hyperlink><w:r><w:t>ลิงก์</w:t></w:r></w:hyperlink></w:smartTag>", "ลิงก์"),
        ("<w:sdt><w:sdtContent><w:r><w:t>ช่อง</w:t></w:r></w:sdtContent></w:sdt>", "ช่อง"),
        (
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>คลิก</w:t></w:r></w:sdtContent></w:sdt>"
            "<w:r><w:t>ก</w:t></w:r>",
            "ก",
        ),
        (field("REF a", "ผล"), "ผล"),
        (field(" PAGE ", "7") + "<w:r><w:t>ก</w:t></w:r>", "ก"),
        ('<w:fldSimple w:instr="NUMPAGES"><w:r><w:t>9</w:t></w:r></w:fldSimple><w:r><w:t>ก</w:t></w:r>', "ก"),
        (
            '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Wingdings" w:char="F0F3"/></w:r>',
            "✓↔",
        ),
        ('<w:r><w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr><w:t>þà</w:t></w:r>', "☑→"),
        ('<w:r><w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr><w:t>ก</w:t></w:r>', "ก"),
        ('<w:r><w:sym w:font="Wingdings" w:char="no"/><w:t>ก</w:t></w:r>', "ก"),
        (
            "<w:r><mc:AlternateContent><mc:Choice Requires='x'><x:y xmlns:x='z'/></mc:Choice>"
            "<mc:Fallback><w:t>☺</w:t></mc:Fallback></mc:AlternateContent></w:r>",
            "☺",
        ),
        ('<w:r><w:t>ก</w:t><w:footnoteReference w:id="1"/><w:commentReference w:id="1"/></w:r>', "ก"),
    ],
)
def test_a_paragraph_reads_as_word_shows_it(word, runs, text):
    styles = '<w:style w:type="character" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>'
    assert word.texts(word.read(word.p(runs), styles=styles)) == [text]
    table = word.only_table(word.tbl(word.tr(word.tc(word.p(runs)), "1")), styles=styles)
    assert table.cells[0].raw_text == text


def test_a_deleted_paragraph_mark_joins_two_paragraphs(word):
    gone = word.p("โครงการ", "<w:rPr><w:del w:id='1'/></w:rPr>")
    assert word.texts(word.read(gone, word.p("ถนน"), word.p("อื่น"))) == ["โครงการถนน", "อื่น"]


def test_a_field_that_never_ends_hides_no_later_paragraph(word):
    broken = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>ก</w:t></w:r>'
    assert word.texts(word.read(word.p(broken), word.p("ข"))) == ["ข"]


@pytest.mark.parametrize(
    ("number_format", "level_text", "labels"),
    [
        ("decimal", "%1.", ["1.", "2.", "3."]),
        ("thaiNumbers", "%1)", ["1)", "2)", "3)"]),
        ("thaiLetters", "(%1)", ["(ก)", "(ข)", "(ค)"]),
        ("thaiCounting", "%1", ["หนึ่ง", "สอง", "สาม"]),
        ("decimalZero", "%1", ["01", "02", "03"]),
        ("upperRoman", "%1", ["I", "II", "III"]),
        ("lowerLetter", "%1.", ["a.", "b.", "c."]),
        ("bullet", "\uf0b7", ["•", "•", "•"]),
        ("bullet", "-", ["-", "-", "-"]),
    ],
)
def test_automatic_numbers_stand_before_the_text(word, number_format, level_text, labels):
    paragraphs = [word.p(name, in_list()) for name in "กขค"]
    document = word.read(*paragraphs, numbering=LISTS.format(number_format, level_text))
    assert word.texts(document) == [f"{label} {name}" for label, name in zip(labels, "กขค", strict=True)]


def test_deeper_levels_restart_and_an_override_begins_anew(word):
    order = [(5, 0), (5, 1), (5, 1), (5, 0), (5, 1), (6, 0), (6, 1), (6, 0)]
    document = word.read(
        *(word.p("x", in_list(*place)) for place in order), numbering=LISTS.format("decimal", "%1.")
    )
    assert [text.split()[0] for text in word.texts(document)] == [
        "1.",
        "1.1",
        "1.2",
        "2.",
        "2.1",
        "1.",
        "1.1",
        "2.",
    ]


def test_a_list_of_a_style_counts_and_zero_takes_out_of_it(word):
    styles = (
        '<w:style w:type="paragraph" w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr>'
        "</w:pPr></w:style>"
        '<w:style w:type="paragraph" w:styleId="Item"><w:basedOn w:val="Base"/></w:style>'
    )
    item = '<w:pStyle w:val="Item"/>'
    document = word.read(
        word.p("ก", item),
        word.p("ข", item + '<w:numPr><w:numId w:val="0"/></w:numPr>'),
        word.p("ค", item),
        styles=styles,
        numbering=LISTS.format("decimal", "%1."),
    )
    assert word.texts(document) == ["1. ก", "ข", "2. ค"]


def test_a_number_column_reads_the_number_alone(word):
    rows = [word.tr(word.tc(word.p("", in_list())), name) for name in "กข"]
    table = word.only_table(word.tbl(*rows), numbering=LISTS.format("thaiNumbers", "%1."))
    assert word.grid(table) == ["1 | ก", "2 | ข"]


def test_headings_and_looks(word):
    styles = (
        '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/>'
        '<w:pPr><w:jc w:val="center"/></w:pPr>'
        "<w:rPr><w:bCs/></w:rPr></w:style>"
        '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
    )
    blocks = word.read(
        word.p("ก", '<w:pStyle w:val="H2"/>'),
        word.p("ข", '<w:pStyle w:val="T"/>'),
        word.p(word.r("ค", "<w:b/>") + word.r("ง"), '<w:outlineLvl w:val="2"/>'),
        styles=styles,
    ).blocks
    assert [(b.heading_level, b.centered, b.bold) for b in blocks] == [
        (2, True, True),
        (1, False, False),
        (3, False, False),
    ]


def test_headers_come_first_footers_last_each_once_and_page_numbers_never(word):
    numbered = word.p("<w:r><w:t>- </w:t></w:r>" + field("PAGE", "3") + "<w:r><w:t> -</w:t></w:r>")
    document = word.read(
        word.p("เนื้อ"),
        header1=word.p("แบบ ผด.02") + numbered,
        header2=word.p("แบบ ผด.02"),
        footer1=word.p("งานแผน"),
    )
    assert [(block.area, block.raw_text) for block in document.blocks] == [
        ("header", "แบบ ผด.02"),
        ("body", "เนื้อ"),
        ("footer", "งานแผน"),
    ]


def test_another_header_stands_before_its_section(word):
    def end(name):
        return word.p("", f'<w:sectPr><w:headerReference w:type="default" r:id="r{name}"/></w:sectPr>')

    document = word.read(
        word.p("หนึ่ง") + end("header1"),
        word.p("สอง") + word.p("", "<w:sectPr/>"),
        word.p("สาม"),
        header1=word.p("แบบ ผ.02"),
        header2=word.p("แบบ ผ.02/1"),
    )
    assert [(block.area, block.raw_text) for block in document.blocks] == [
        ("header", "แบบ ผ.02"),
        ("body", "หนึ่ง"),
        ("body", "สอง"),
        ("header", "แบบ ผ.02/1"),
        ("body", "สาม"),
    ]


def test_text_boxes_stand_before_their_paragraph_and_are_read_once(word):
    box = word.p("แบบ ผด.02")
    choice = (
        f"<w:drawing>{word.anchor(0, 90, word.shape(90, 30, prst='rect', text=box), height=30)}</w:drawing>"
    )
    textbox = f"<v:textbox><w:txbxContent>{box}</w:txbxContent></v:textbox>"
    fallback = f'<w:pict><v:shape style="width:90pt">{textbox}</v:shape></w:pict>'
    branches = f"<mc:Choice>{choice}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback>"
    both = f"<mc:AlternateContent>{branches}</mc:AlternateContent>"
    document = word.read(
        word.p(word.r(both) + word.r("หัวเรื่อง")),
        word.table("1 | 2").replace(">1<", f">1</w:t>{fallback}<w:t><"),
    )
    assert [(block.kind, getattr(block, "area", None)) for block in document.blocks] == [
        ("text", "text_box"),
        ("text", "body"),
        ("text", "text_box"),
        ("table", None),
    ]
    assert word.texts(document)[0] == "แบบ ผด.02"


@pytest.mark.parametrize(
    ("number", "number_format", "text"),
    [
        (41, "thaiLetters", "ฮ"),
        (42, "thaiLetters", "กก"),
        (21, "thaiCounting", "ยี่สิบเอ็ด"),
        (110, "thaiCounting", "หนึ่งร้อยสิบ"),
        (28, "upperLetter", "BB"),
        (1994, "lowerRoman", "mcmxciv"),
        (9, "chineseCounting", "9"),
        (2_000_000_000, "lowerLetter", "2000000000"),
    ],
)
def test_numbers_in_the_formats_of_word(number, number_format, text):
    assert written(number, number_format) == text
