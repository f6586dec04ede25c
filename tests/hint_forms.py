"""The forms that hints have: what each clause asks for, or why it is left to a person."""

from __future__ import annotations

from collections.abc import Callable

from tests.hands import Hands

Act = Callable[..., None]

ENDS: tuple[tuple[str, Act], ...] = (
    (
        r"把下一行的内容移上来，写成：(.+)",
        Hands.take_up,
    ),
    (r"把这里到第([0-9]+)行合成一行，写成：(.+)", Hands.replace_lines),
    (r".*(?:写成|改成)：(.+)", Hands.replace),
)
"""Hints that end with a text to type; what comes before is explanation, or clauses of DONE and ASKED."""

DONE: tuple[tuple[str, Act], ...] = (
    (r"(?:.*，)?把整个花括号写成 (\{.*\})", Hands.replace_braces),
    (r"(?:.*，)?写成 ([a-z_]+: (?:\[\]|\{\}))", Hands.replace_line),
    (r"(?:.*，)?(?:把\S+这一步)?(?:写成|改成) (\S+|\{.*\})", Hands.replace),
    (r"用记事本打开，选“另存为”，编码选“UTF-8”，再保存", Hands.resave),
    (r"另存时编码选“UTF-8”（不要选“带有BOM的UTF-8”）", Hands.without_mark),
    (r"把光标放在这里按一次 Delete 键", Hands.delete_sign),
    (r"在两份内容中留下正确的一份，并把以 <{7}、\|{7}、={7}、>{7} 开头的行都删掉", Hands.keep_upper_side),
    (
        r"(?:.*，)?这一行开头改成([0-9]+)个空格，下面到第([0-9]+)行也都[多少]空[0-9]+格",
        lambda hands, spaces, last: hands.indent_block(last, spaces),
    ),
    (r"(?:.*，)?这一行开头改成([0-9]+)个空格", Hands.indent),
    (r"把“(.+)”另起一行写，开头空([0-9]+)格", Hands.line_of_its_own),
    (r"在这一行前面加一行 (\S+:)，开头空([0-9]+)格", Hands.add_above),
    (r"要留着的，在这一行前面加“# ”", lambda hands: hands.insert("# ")),
    (r"是几件事的，从这里到第([0-9]+)行，每一行前面加“- ”", Hands.dash_each),
    (r"是一件事的，把这里到第([0-9]+)行合成一行，前面加“- ”", Hands.dash_joined),
    (r"这里改成1个空格", Hands.one_space),
    (r"切换到英文输入法，改成半角空格", Hands.one_space),
    (r"切换到英文输入法，改成半角[^“]*“(.+)”", Hands.replace_sign),
    (r"切换到英文输入法，把 . 改成 (.)(?:，后面的 (.) 改成 (.))?", Hands.half_width_brackets),
    (r"在冒号后面加一个空格：(\S+) …", lambda hands, name: hands.replace_rest(name, f"{name} ")),
    (r"在这一行末尾补上 (.)", Hands.append),
    (r"在后面的 (.) 前面补上 (.)", lambda hands, found, sign: hands.replace_rest(found, sign + found)),
    (r"把后面的 (.) 改成 (.)", Hands.replace_rest),
    (r"在这段文字的末尾补上同样的引号", Hands.close_quote),
    (r"或者删掉这个引号", Hands.delete_sign),
    (r"删掉这个(?:标点|“.”)", Hands.delete_sign),
    (r"把“(.+)”删掉", lambda hands, text: hands.replace_rest(text, "")),
    (r"删掉“(?:---|\.\.\.)”这一行", Hands.delete_only_line),
    (r"(?:.*：)?前一份对的，从这一行起到文件末尾都删掉", Hands.delete_rest),
    (r"后一份对的，从文件开头到这一行都删掉", Hands.delete_head),
    (r"(?:.*，)?删掉第([0-9]+)行", Hands.delete_numbered_line),
    (r"第([0-9]+)行下面的和这里下面的，合成一段，只留一行“.*”", Hands.join_blocks),
    (r"运行 minsheng validate --fix，自动改好", Hands.fix),
    (r"(?:.*，)?把文件改名为 (\S+)", Hands.rename),
    (r"已经有 \S+，把这里多出来的内容并到那个文件里，再删掉这个文件", Hands.delete_file),
    (r"不该有这个文件的，把它移走", Hands.delete_file),
    (r"(?:.*[，是])?删掉 ([a-z_]+) 这一行", Hands.delete_named_line),
    (
        r"(?:.*，)?(?:删掉(?:这一行|这一项|多出来的这一行|多写的这一个)|从花括号里删掉 \S+ 这一项)(?:，由.*)?",
        Hands.delete_item,
    ),
    (r"(?:.*，)?从 of 的方括号里去掉 \S+", Hands.delete_item),
    (r"(?:.*，)?在花括号里补上 ([^…]+)", Hands.add_in_braces),
    (r"另起一行补上 ([^…]+)，顶格写", Hands.add_first),
    (r"(?:.*，)?请台账管理员在计划的这个指标下加一行 (.*)", Hands.add_to_indicator),
    (r"(?:.*，)?先在 (?:data/projects.yaml 的 )?([a-z]+) 下加一行 (.*)", Hands.add_plan_line),
    (r"(?:.*，)?(?:在这个指标里)?加一行 ([a-z_]+: .*)", Hands.add_sibling),
    (
        r"月份没有写错的，把这一段整个移到(\S+)那一段的上面",
        lambda hands, month: hands.move_above(f"month: {month}"),
    ),
    (r"月份没有写错的，把这一段整个移到文件末尾", Hands.move_to_end),
    (r"这一行改成顶格写", lambda hands: hands.indent("0")),
    (r"(?:每一项|下一段)的第一行前面要有“- ”：把这里“.*”左边的两个空格改成“- ”", Hands.dash_before),
    (r"把这一项下面各行开头的“-”都改成空格", Hands.dashes_away),
    (r".*是不是多写了一个0？如是，把\S+的改成 ([0-9.]+)", Hands.correct_earlier),
)
"""Clauses that say what to do, and doing it."""

_FACT = "what is missing only the department or the plan can tell"
_CHOICE = "which of two is right only the one who counted knows"
_READING = "says nothing to do"
ASKED: tuple[tuple[str, str], ...] = (
    (r"用记事本打开，把这里的乱码删掉重打，再“另存为”，编码选“UTF-8”", "the text is lost, a person knows it"),
    (r"找到原来的文件，重新“另存为”，编码选“UTF-8”", "the text is lost, a person has the original"),
    (r"不行就把这一行重打一遍", "a second way where the first fails"),
    (
        r"照 docs/files.md 里的例子另写一个文本文件.*",
        "the figures are in the other file, a person copies them",
    ),
    (r"不是月报的，把它移走", "about files, not what stands in them"),
    (r"检查这里是不是多打了括号", "how deep it should be nobody can tell"),
    (r"照 docs/files.md 里(?:的| \S+ 的)例子写|对照上下几行检查.*", "what was meant nobody can tell"),
    (r"照 docs/files.md 里的例子填上内容", _FACT),
    (r"这个部门不用报的，把文件删掉", _FACT),
    (r"原来想抄别处的，把那里的内容照写一遍", "what was to be copied is elsewhere"),
    (r"(?:在花括号里|另起一行)补上 .*…(?:，.*)?", _FACT),
    (r"本月没有报的，把这一项删掉", _FACT),
    (r"填上内容|补上内容|在“-”后面补上内容", _FACT),
    (r"没有的，删掉这一[行项]", _FACT),
    (r"在下面至少写一项|至少写一个，例如 .*", _FACT),
    (r"这里还可以写：.*", _READING),
    (r"(?:多半是|这里写代号|它排在|那是指标的代号|照文件名|名称写英文的).*", _READING),
    (r"核对年度和起始日期", _FACT),
    (r"删掉这一行，把要抄的内容照写一遍|是文字的，两边加英文双引号", "what was to be copied is elsewhere"),
    (r"去掉方括号，只写累计完成的那个数", _CHOICE),
    (r"只写半角阿拉伯数字，例如 .*", _FACT),
    (r"改成(?:整数|1到31的整数|0或大于0的数|大于0的数|四位数的年份|0到100之间的百分数（不写%号）)", _FACT),
    (r"写成“年-月(?:-日)?”，.*", _FACT),
    (r"核对月份和日子|核对日期|核对年份和月份|核对月份和报送日期，哪个写错了改哪个", _FACT),
    (r"起一个代号，例如 .*", "a new id is chosen by a person"),
    (r"前面起过的，照抄那个代号", _READING),
    (r"从这几个里选一个：.*", _CHOICE),
    (r"还没动就写 未启动", _CHOICE),
    (r"只能写：.*", _CHOICE),
    (r"换一个没有用过的代号", "a new id is chosen by a person"),
    (r".*里用到它的也要改|.*里的代号也要改", _READING),
    (r"改成名单里的(?:部门|领域)代号|改成计划里.*", _CHOICE),
    (r"指标不能是自己的一部分，改成总项的代号|改成本项目里总项的代号（.*）", _CHOICE),
    (r"(?:总项|其中项|总量)只能(?:是|由).*", _READING),
    (r"照计划原文核对两个目标值，哪个写错了改哪个", _CHOICE),
    (r"照计划原文，把项目一个一个写在 projects 下面", _FACT),
    (r"在方括号里写相加的指标的代号，例如 .*", _FACT),
    (r"核对日期，改正写错的一个", _CHOICE),
    (r"本来就是同一天的，只留一个时限|确实是同一天的，只留最后定的那一次", _CHOICE),
    (r"写百分数，(?:不写个数，例如 .*|不带百分号，最大100)|例如95%就写95", _FACT),
    (r"情况有变的写在 note 里", _READING),
    (r"按先后写上节点，例如 .*", _FACT),
    (r"节点按先后(?:排列|往下写)，.*", _FACT),
    (r"照计划核对：items（点位）漏写了的，补上", _FACT),
    (r"照计划核对，改成整数", _FACT),
    (r"有现成基数的，加一行 baseline，后面写那个数", _FACT),
    (r"责任单位定错了的，请台账管理员改计划", _CHOICE),
    (r"月份写错了的改月份|写错了的改月份|确实是同一个月的，两段合成一段", _CHOICE),
    (r"计划没有要求报的，删掉.*|本部门要报的有.*", _READING),
    (r"写从年初起的累计数，不是当月要做的数，后面的月份不能比前面少", _FACT),
    (
        r"(?:核对一下，)?是不是.+？(?:是的|有进展的)，改成(?:累计完成的数|实际完成的数|当月实际的累计数|实际的底数)",
        _FACT,
    ),
    (r"只留计划原文里的时限，多出来的删掉", _FACT),
    (r"先改列出来的，多半是同一个原因|改完再查一遍.*", "the findings beside it say what to do"),
    (
        r"检查是不是重复粘贴了，删掉多出来的|把不是部门月报的文件移走|几个县的放在.*",
        "about files, not what stands in them",
    ),
    (r"填的是本月新增的，改成从年初起的累计数|\S+填大了的，改\S+的数|节点填错了的改节点", _CHOICE),
    (r"累计数要包括年初已有的.*", _READING),
    (r"时间表里只写数字，.*|填到当月为止符合条件的总数，.*|一个月只写一步：.*|节点指标写节点", _FACT),
    (r"是别的单位的，换算成报送单位.*", _FACT),
    (r"填累计完成数，(?:按报送单位.*|例如 .*)|要说明情况的，例如 .*|换算成报送单位.*", _FACT),
    (r"请填准确的数|说明另写在 note 里|说明另起一行写，前面加“# ”", _FACT),
    (r"(?:有数的写数字，)?没有进展的照填上次的数，一次也没有过的写0", _FACT),
    (r"按“.*”填整数", _FACT),
    (r"填从年初到本月底的数|确实核减的，填核减以后的累计数，再写上原因，例如 .*", _FACT),
    (r"核对 done（累计完成）和 eligible（.*）两个数，改正填错的那个", _CHOICE),
    (r"在方括号里写完成了的，例如 .*|可以写的有：.*", _FACT),
    (r"两个都是累计数，照这样写：.*", _FACT),
    (r"其中项已经算在总项里，不会比总项多|核对这两个数，哪个填错了改哪个", _CHOICE),
    (r"先核对这个数和各组成指标的数", _CHOICE),
    (r"是不是抄了上月的没有改？是的，改成实际报送的日期|确实缺\S+的，请催报", _FACT),
    (r"没有写错的，给其中一个指标加 note 说明", "what to say only the department can tell"),
    (r"请催报(?:，补上缺的这一段)?|确实没有报的不用填，报表会写明未报|报来后.*", _FACT),
    (r"把漏了的补上，写从年初起的累计数|没有进展的，照填上次的数", _FACT),
    (
        r"检查(?:文件是否存在|是否存错了文件).*|附件、照片不要放进台账文件|把它移走，放上同名的.*文件|删掉链接，把文件本身复制到这里",
        "about files, not what stands in them",
    ),
    (
        r"(?:写成“名称: 内容”|一行只写一个“名称: 内容”|让同一级的各行左边对齐).*|文字里的冒号用全角.*|“-”要另起一行.*|同一级的“-”.*",
        "what was meant nobody can tell",
    ),
)
"""Clauses that leave it to a person, and why."""

CHOSEN: tuple[tuple[str, set[str], str], ...] = (
    (r"本月没有", {"M419"}, "a total that was counted by itself is compared with what is left"),
    (
        r"没有的，写成|没有的，删掉|本月没有|把它移走",
        {"M501", "M502", "M503"},
        "who says that there is nothing is asked for it",
    ),
    (r"没有的，删掉", {"M331", "M332"}, "a step taken out may be the one that met the deadline"),
    (r"对的，.*对的，", {"M501", "M502", "M503"}, "the one of two that is kept may say less"),
    (r"确实可以有小数的", {"M331", "M332"}, "the schedule was made for another target"),
    (r"它本身就是总项的", {"M418"}, "of two that are parts of each other the smaller was made the whole"),
    (r"每个月都要加上以前的", {"M431"}, "the months before it are to be mended too"),
    (r"删掉 scale 这一行", {"M430"}, "what was counted in single ones is then ten thousand times off"),
    (r"从 of 的方括号里去掉", {"M226"}, "of two that add each other one was left without parts"),
)
"""Hints that offer a choice, and what is rightly said if it was not the choice to make; with the reason."""
