"""Arrows drawn over month cells, in every shape that Word and LibreOffice give them."""

import io
import zipfile

import pytest

GRID = (30, 120, 150) + (30,) * 12
"""Number, name, details, and twelve months from 300 on."""
MARGINS = (
    '<w:style w:type="table" w:default="1" w:styleId="N"><w:tblPr><w:tblCellMar>'
    '<w:left w:w="100" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)
INSET = 5
"""The cell margin above, in points: a shape's x counts from the cell's text."""
TABLE_LEFT = 72 - INSET
"""From the page's left edge to the table's."""
SPT32 = '<v:shapetype id="_x0000_t32" o:spt="32" path="m,l21600,21600e"/>'


@pytest.fixture
def strokes(word):
    """The strokes of a table of two rows whose second holds a run in the cell of column `col`."""

    def read(run, col=3, *, cell=None, height=""):
        filled = cell if cell is not None else word.tc(word.p(run))
        cells = [filled if index == col else "" for index in range(len(GRID))]
        rows = [
            word.tr(*[""] * len(GRID), properties=height),
            word.tr(*cells, properties=height),
            word.tr("", properties=height),
        ]
        return word.strokes(word.only_table(word.tbl(*rows, grid=GRID), styles=MARGINS))

    return read


def vml(shape):
    return f"<w:r><w:pict>{shape}</w:pict></w:r>"


def test_offsets_count_from_the_text_of_the_anchor_cell(word, strokes):
    assert strokes(word.arrow(0 - INSET, 90)) == [(1, 300, 390, "<>")]
    assert strokes(word.arrow(270 - INSET, 60), col=1) == [(1, 300, 360, "<>")]


@pytest.mark.parametrize(
    ("options", "heads"),
    [
        ({"heads": "-t"}, "->"),
        ({"heads": "t-"}, "<-"),
        ({"heads": "-t", "flip": 'flipH="1"'}, "<-"),
        ({"heads": "-t", "flip": 'rot="10800000"'}, "<-"),
        ({"heads": "--"}, "--"),
        ({"heads": "--", "prst": "leftRightArrow", "height": 12}, "<>"),
        ({"heads": "--", "prst": "rightArrow", "height": 12}, "->"),
        ({"heads": "--", "prst": "rightArrow", "height": 12, "flip": 'flipH="1"'}, "<-"),
        ({"heads": "tt", "prst": "rect", "height": 0.1}, "<>"),
        ({"heads": "--", "prst": "rect", "height": 8}, "--"),
    ],
)
def test_heads_of_the_shapes(word, strokes, options, heads):
    assert strokes(word.arrow(-INSET, 60, **options)) == [(1, 300, 360, heads)]


@pytest.mark.parametrize(
    ("width", "height", "options"),
    [
        (0, 60, {}),
        (60, 60, {}),
        (40, 30, {"prst": "rect"}),
        (12, 12, {"prst": "rect", "heads": "--"}),
        (60, 8, {"prst": "ellipse", "heads": "--"}),
    ],
)
def test_shapes_that_are_no_marks(word, strokes, width, height, options):
    assert strokes(word.arrow(-INSET, width, height=height, **options)) == []


@pytest.mark.parametrize(
    ("relative", "x"),
    [
        ("page", TABLE_LEFT + 330),
        ("margin", TABLE_LEFT + 330 - 72),
        ("leftMargin", TABLE_LEFT + 330),
        ("character", 30 - INSET),
    ],
)
def test_offsets_from_the_page(word, strokes, relative, x):
    assert strokes(word.arrow(x, 60, relative=relative, in_cell="0")) == [(1, 330, 390, "<>")]


def test_shapes_not_laid_out_in_the_cell_count_from_the_text_of_the_page(word, strokes):
    assert strokes(word.arrow(300 - INSET, 60, in_cell="0")) == [(1, 300, 360, "<>")]


def test_a_centred_shape(word, strokes):
    assert strokes(word.arrow(0, 10, align="center"), col=5) == [(1, 370, 380, "<>")]


def test_groups_scale_their_members(word, strokes):
    transform = (
        '<a:off x="0" y="0"/><a:ext cx="762000" cy="127000"/>'
        '<a:chOff x="12700" y="0"/><a:chExt cx="1524000" cy="254000"/>'
    )
    members = word.shape(60, x=1) + word.shape(60, x=61, heads="-t")
    group = f"<wpg:wgp><wpg:grpSpPr><a:xfrm>{transform}</a:xfrm></wpg:grpSpPr>{members}</wpg:wgp>"
    run = word.r(f"<w:drawing>{word.anchor(-INSET, 60, group, height=10)}</w:drawing>")
    assert strokes(run) == [(1, 300, 330, "<>"), (1, 330, 360, "->")]


def test_a_canvas_holds_shapes(word, strokes):
    canvas = f"<wpc:wpc>{word.shape(60, x=30)}</wpc:wpc>"
    assert strokes(word.r(f"<w:drawing>{word.anchor(-INSET, 200, canvas, height=40)}</w:drawing>")) == [
        (1, 330, 390, "<>")
    ]


def test_alternatives_are_one_stroke(word, strokes):
    choice = f"<w:drawing>{word.anchor(-INSET, 60, word.shape(60))}</w:drawing>"
    fallback = '<w:pict><v:line from="-5pt,5pt" to="55pt,5pt"/></w:pict>'
    fallback = f"<mc:Fallback>{fallback}</mc:Fallback>"
    run = f"<mc:AlternateContent><mc:Choice>{{}}</mc:Choice>{fallback}</mc:AlternateContent>"
    assert strokes(word.r(run.format(choice))) == [(1, 300, 360, "<>")]
    assert strokes(word.r(run.format(""))) == [(1, 300, 360, "--")]


@pytest.mark.parametrize(
    "shape",
    [
        '<v:line from="-5pt,6pt" to="55pt,7pt"><v:stroke startarrow="block" endarrow="block"/></v:line>',
        '<v:line from="55pt,6pt" to="-5pt,6pt"><v:stroke startarrow="block" endarrow="classic"/></v:line>',
        '<v:line from="-6.6667,6" to="73.3333,6"><v:stroke startarrow="block" endarrow="block"/></v:line>',
        f'{SPT32}<v:shape type="#_x0000_t32" style="position:absolute;margin-left:-5pt;width:60pt;height:0" '
        'o:connectortype="straight"><v:stroke startarrow="block" endarrow="block"/></v:shape>',
        '<v:shape o:spt="69" style="position:absolute;margin-left:-5pt;width:60pt;height:9pt"/>',
        '<v:rect style="position:absolute;margin-left:-5pt;width:60pt;height:.05pt">'
        '<v:stroke startarrow="open" endarrow="open"/></v:rect>',
        '<v:group style="position:absolute;margin-left:-5pt;width:60pt;height:10pt" coordorigin="100,0" '
        'coordsize="600,100">'
        '<v:line from="100,50" to="700,50"><v:stroke startarrow="block" endarrow="block"/></v:line>'
        "</v:group>",
        '<v:line style="mso-position-horizontal-relative:page" from="367pt,6pt" to="427pt,6pt" '
        'o:allowincell="f">'
        '<v:stroke startarrow="block" endarrow="block"/></v:line>',
    ],
)
def test_shapes_of_old_word(strokes, shape):
    assert strokes(vml(shape)) == [(1, 300, 360, "<>")]


def test_a_flipped_shape_of_old_word(strokes):
    style = "margin-left:-5pt;width:60pt;height:0;flip:x"
    shape = f'<v:shape o:spt="32" style="{style}"><v:stroke endarrow="block"/></v:shape>'
    assert strokes(vml(shape)) == [(1, 300, 360, "<-")]


def test_rows_follow_the_offset_only_where_heights_are_certain(word, strokes):
    exact = '<w:trHeight w:val="400" w:hRule="exact"/>'
    least = '<w:trHeight w:val="400"/>'
    below, above = word.arrow(-INSET, 30, y=30), word.arrow(-INSET, 30, y=-10)
    assert [strokes(run, height=exact)[0][0] for run in (below, above)] == [2, 0]
    assert [strokes(run, height=least)[0][0] for run in (below, above)] == [1, 0]
    assert [strokes(run)[0][0] for run in (below, above)] == [1, 1]


def test_several_strokes_of_a_row_are_sorted(word, strokes):
    found = strokes(word.arrow(180 - INSET, 60) + word.arrow(-INSET, 30))
    assert found == [(1, 300, 330, "<>"), (1, 480, 540, "<>")]


def test_arrows_outlive_a_conversion_through_doc(word, convert):
    def old(x0, x1):
        ends = '<v:stroke startarrow="block" endarrow="block"/>'
        return vml(f'<v:line style="position:absolute" from="{x0}pt,6pt" to="{x1}pt,6pt">{ends}</v:line>')

    anchors = {
        3: old(-INSET, 85),
        5: old(30 - INSET, 90 - INSET),
        0: word.arrow(360 - INSET, 60),
        1: word.arrow(330 - INSET, 30),
    }
    marked = [
        word.tr(*(word.tc(word.p(run)) if col == at else "ก" for col in range(len(GRID))))
        for at, run in anchors.items()
    ]
    layout = '<w:tblLayout w:type="fixed"/>'
    start = word.package(word.tbl(*marked, grid=GRID, properties=layout), word.p("ท้าย"), styles=MARGINS)
    data = convert(convert(start, ".docx", ".doc"), ".doc", ".docx")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert b"LibreOffice" in package.read("docProps/app.xml")
    (table,) = word.read_bytes(data).tables()
    expected = [(0, 300, 390), (1, 390, 450), (2, 360, 420), (3, 360, 390)]
    assert [
        (s.row, pytest.approx(s.x0, abs=1), pytest.approx(s.x1, abs=1)) for s in table.strokes
    ] == expected
    assert all(stroke.head_start and stroke.head_end for stroke in table.strokes)


def _freeform(*corners):
    points = "".join(f'<a:lnTo><a:pt x="{x}" y="{y}"/></a:lnTo>' for x, y in corners)
    start = points.replace("lnTo", "moveTo", 2)
    return (
        f'<a:custGeom><a:pathLst><a:path w="200" h="100">{start}<a:close/></a:path></a:pathLst></a:custGeom>'
    )


@pytest.mark.parametrize(
    ("corners", "drawn"),
    [
        (
            [
                (0, 50),
                (60, 0),
                (60, 30),
                (140, 30),
                (140, 0),
                (200, 50),
                (140, 100),
                (140, 70),
                (60, 70),
                (60, 100),
            ],
            [(1, 300, 318, "<>")],
        ),
        ([(0, 30), (140, 30), (140, 0), (200, 50), (140, 100), (140, 70), (0, 70)], [(1, 300, 318, "->")]),
        ([(0, 60), (20, 50), (80, 80), (180, 0), (200, 10), (90, 100), (70, 100)], []),
    ],
    ids=["two heads", "one head", "a tick"],
)
def test_a_block_arrow_of_a_doc_file_is_known_by_its_outline(word, strokes, corners, drawn):
    """LibreOffice writes block arrows of .doc files as freeforms; over one month they are not flat as a bar is."""
    shape = word.arrow(0 - INSET, 18, heads="--", prst="rect", height=10)
    assert strokes(shape.replace('<a:prstGeom prst="rect"/>', _freeform(*corners))) == drawn
