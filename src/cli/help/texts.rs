//! Every help text, Chinese and English side by side.

/// Text of a command (`search`) or of an argument (`search query`); `*` stands for every command.
pub(super) const TEXTS: &[(&str, &str, &str)] = &[
    (
        "",
        "职配：公共就业服务窗口的工作台。不带命令时打开界面。",
        "zhipei: the workbench of a public employment counter. Without a command it opens the screen.",
    ),
    (
        "* db",
        "数据库文件（ZHIPEI_DB；不写时用本机的数据文件夹）",
        "Database file (ZHIPEI_DB; else the computer's data folder)",
    ),
    (
        "* config",
        "配置文件夹，内有 config.toml 和自己的按键文件",
        "Configuration folder with config.toml and your own key file",
    ),
    (
        "* lang",
        "语言：zh 或 en（ZHIPEI_LANG）",
        "Language: zh or en (ZHIPEI_LANG)",
    ),
    (
        "* operator",
        "谁在操作（ZHIPEI_OPERATOR；不写时是建库的那位经办人）",
        "Who acts (ZHIPEI_OPERATOR; else the operator who founded the office)",
    ),
    (
        "* today",
        "把“今天”设为这一天：政策、年龄、待办、日志都按它算；操作记录的时间不变",
        "Take this day as today for rules, ages, queues and logs; the journal's time stays",
    ),
    (
        "* json",
        "只输出一份 JSON",
        "Print one JSON document and nothing else",
    ),
    (
        "* limit",
        "最多列出多少条（search、match 默认 50，occupation 默认 10）",
        "How many to list at most (search and match 50, occupation 10 by default)",
    ),
    (
        "* force",
        "文件已存在时覆盖",
        "Overwrite a file that is there already",
    ),
    (
        "* reveal",
        "显示完整证号和电话（要写 --purpose，并记入操作记录）",
        "Show full id numbers and phones (needs --purpose; journalled)",
    ),
    (
        "demo",
        "打开演示窗口：虚构的人员、课程、岗位和联系记录，退出即删除",
        "Open the screen on a made-up office that is deleted when it closes",
    ),
    (
        "demo people",
        "虚构多少人（默认 200，最多 10000000）",
        "How many made-up people (200 by default, 10,000,000 at most)",
    ),
    (
        "demo fill_only",
        "只填满 --db 指明的新文件，不打开界面",
        "Only fill the new file named by --db, open no screen",
    ),
    (
        "create",
        "新建一个窗口的数据库",
        "Make the database of a new office",
    ),
    (
        "create plain",
        "不加密（目前所有数据库都不加密）",
        "Not encrypted (no database is, in this version)",
    ),
    (
        "import",
        "导入表格：people 人员、courses 课程、vacancies 岗位、contacts 联系记录",
        "Import a sheet of people, courses, vacancies or contacts",
    ),
    (
        "import kind",
        "导入什么：people、courses、vacancies、contacts，或一种台账（classes、enrolments、certificates……）",
        "What: people, courses, vacancies, contacts, or a ledger (classes, enrolments, certificates ...)",
    ),
    (
        "import file",
        "CSV、TSV、XLSX 或 XLS 文件",
        "A CSV, TSV, XLSX or XLS file",
    ),
    (
        "import dry_run",
        "只预览，不写入",
        "Look only, write nothing",
    ),
    (
        "import encoding",
        "编码：auto、utf-8、gb18030",
        "Encoding: auto, utf-8 or gb18030",
    ),
    (
        "import report",
        "把逐行结果写成 JSON 文件",
        "Write what became of every row to a JSON file",
    ),
    (
        "import rejects",
        "把退回的行连同原因写成 CSV 或 XLSX 文件",
        "Write the rejected rows with reasons to a CSV or XLSX file",
    ),
    (
        "search",
        "找人：姓名、拼音、首字母、证号、电话尾号、镇村、意向都可以",
        "Find people by name, pinyin, initials, id number, phone tail, town or wish",
    ),
    ("search query", "要找的词", "What to look for"),
    (
        "search filter",
        "筛选，如 '组:两后生 镇:石岐 年龄:16-24 未联系>30 !证:叉车'",
        "Filter, such as 'group:lianghousheng town:石岐 age:16-24 uncontacted>30 !cert:叉车'",
    ),
    (
        "search batch",
        "文件里每行一个词，每行输出一份 JSON；- 从标准输入读",
        "One query a line of this file (- is the standard input), one JSON document a line",
    ),
    (
        "match",
        "谁适合什么：给人找课程和岗位，给岗位或课程找人",
        "What fits a person, or whom a vacancy or course fits",
    ),
    (
        "match subject",
        "从谁出发：person 人、vacancy 岗位、course 课程",
        "Of what: person, vacancy or course",
    ),
    (
        "match reference",
        "编号；人也可用身份证号",
        "Reference; of a person the id number too",
    ),
    (
        "match target",
        "只看 courses 课程、vacancies 岗位或 people 人",
        "Only courses, vacancies or people",
    ),
    (
        "match all",
        "不符合的也列出来",
        "List what does not fit as well",
    ),
    (
        "match batch",
        "文件里每行一个编号，每行输出一份 JSON；- 从标准输入读",
        "One reference a line of this file (- is the standard input), one JSON document a line",
    ),
    (
        "occupation",
        "把口头的意向（陪月、开叉车）对到职业分类",
        "Read a wish as people say it (陪月, 开叉车) as occupations",
    ),
    (
        "occupation wish",
        "意向的原话",
        "The wish in the person's own words",
    ),
    (
        "occupation batch",
        "文件里每行一个意向，每行输出一份 JSON；- 从标准输入读",
        "One wish a line of this file (- is the standard input), one JSON document a line",
    ),
    (
        "contact",
        "联系记录：登记、查看、作废",
        "Contacts: log, list, cancel",
    ),
    (
        "contact add",
        "登记一次联系；答案可写数字（同界面）、代码或原词",
        "Log a contact; answers are digits as on the screen, codes or words",
    ),
    (
        "contact add person",
        "编号或身份证号",
        "Reference or id number",
    ),
    (
        "contact add channel",
        "方式：1窗口 2去电 3来电 4微信 5短信 6入户走访 7村居驻点 8招聘会 9其他",
        "How: 1 counter 2 call_out 3 call_in 4 wechat 5 sms 6 home_visit 7 village 8 fair 9 other",
    ),
    (
        "contact add outcome",
        "结果：1有意向 2已报名 3已就业 4暂无意愿 5约时间 6已告知 7无人接听 8空号 9退出 0其他",
        "Outcome: 1 interested 2 signed_up 3 working 4 declined 5 call_later 6 told 7 no_answer 8 wrong_number 9 left_service 0 other",
    ),
    (
        "contact add purpose",
        "事由，可写几个（1,2 或 1、2）：1摸底 2岗位 3培训 4指导 5政策 6回访 7业务 8通知 9其他",
        "About, several allowed (1,2): 1 survey 2 vacancy 3 training 4 guidance 5 policy 6 follow_up 7 business 8 notice 9 other",
    ),
    (
        "contact add party",
        "接谈人：1本人 2父母 3配偶 4子女 5其他家属 6村干部 7企业/学校",
        "Who answered: 1 self 2 parent 3 spouse 4 child 5 family 6 cadre 7 organisation",
    ),
    (
        "contact add reason",
        "原因（结果为 4 时）：1照顾家庭 2身体 3已有活干 4工资 5路远 6时间 7条件不符 8读书 9请勿再联系",
        "Why not (outcome 4): 1 family 2 health 3 has_work 4 pay 5 distance 6 hours 7 not_suited 8 studying 9 do_not_contact",
    ),
    ("contact add place", "地点", "Where"),
    ("contact add note", "沟通内容", "What was said"),
    (
        "contact add next",
        "下次联系：1明天 2三天 3一周 4两周 5一月 6三月 7半年 0不再约；或 3天、两周、下周一、11-28、2026-11-28",
        "Next contact: 1 tomorrow, 2 in 3 days, 3 a week, 4 two weeks, 5 a month, 6 three months, 7 half a year, 0 never; or 3d, +3, 2w, 11-28, 2026-11-28",
    ),
    (
        "contact add at",
        "联系时间：2026-11-28 09:30、09:30、2026-11-28（不写是现在；只写日期就不记钟点）",
        "When it took place: 2026-11-28 09:30, 09:30, or a date alone, which keeps no hour (now where absent)",
    ),
    (
        "contact add id",
        "自定的 UUID；同一个再来一次仍是同一条",
        "A UUID of your own; the same one twice is one contact",
    ),
    (
        "contact list",
        "列出一天的或一个人的联系记录",
        "List the contacts of a day or of a person",
    ),
    (
        "contact list date",
        "哪一天（都不写时是今天）",
        "Which day (today where neither is given)",
    ),
    (
        "contact list person",
        "编号或身份证号",
        "Reference or id number",
    ),
    (
        "contact cancel",
        "作废一条联系记录（记录仍在，注明作废）",
        "Cancel a contact (it stays on record, marked)",
    ),
    (
        "contact cancel id",
        "记录的编号或 UUID",
        "The contact's reference or UUID",
    ),
    ("contact cancel reason", "为什么作废", "Why"),
    (
        "log",
        "工作日志：不写格式时列在屏幕上；xlsx 存到“文档/职配/日志”，csv、html、json 输出到标准输出",
        "The daily log: a table where no format is given; xlsx goes to Documents/职配/日志, csv, html and json to standard output",
    ),
    ("log date", "哪一天", "Which day"),
    ("log to", "到哪一天为止", "Last day"),
    (
        "log everyone",
        "所有经办人（不写时只列自己的；没有指明经办人时是首位经办人的）",
        "Of all operators (else only the acting operator's; the first operator's where none is named)",
    ),
    (
        "log format",
        "格式：csv、xlsx、html、json",
        "Format: csv, xlsx, html or json",
    ),
    (
        "log output",
        "写到这个文件；- 是标准输出",
        "Write to this file; - is standard output",
    ),
    (
        "export",
        "导出资料：人员、课程、岗位、联系记录和各种台账；xlsx 存到“文档/职配/导出”，csv、json 输出到标准输出",
        "Export people, courses, vacancies, contacts or a ledger: xlsx goes to Documents/职配/导出, csv and json to standard output",
    ),
    (
        "export kind",
        "导出什么：people、courses、vacancies、contacts，或一种台账（classes、enrolments、certificates……）",
        "What: people, courses, vacancies, contacts, or a ledger (classes, enrolments, certificates ...)",
    ),
    (
        "export filter",
        "只要合这一行的台账：叉车 阶段:已开班 开班日期>2026-01-01 !地点:小榄",
        "Only the ledger entries that this line picks: words, field:text, field>day, !not",
    ),
    (
        "export format",
        "格式：csv、xlsx（默认）、json",
        "Format: csv, xlsx (default) or json",
    ),
    (
        "export output",
        "写到这个文件；- 是标准输出",
        "Write to this file; - is standard output",
    ),
    (
        "* purpose",
        "为什么要看完整号码",
        "Why full numbers are needed",
    ),
    (
        "check",
        "检查数据库、操作记录链、资料表、按键和配置文件",
        "Check database, journal chain, tables, key files and configuration",
    ),
    (
        "backup",
        "备份到一个新文件，写完即校验",
        "Back up to a new file and verify it",
    ),
    (
        "backup file",
        "备份文件（不能已存在）",
        "The backup (must not exist yet)",
    ),
    (
        "restore",
        "用一份备份恢复数据库，先校验",
        "Put a verified backup in place of the database",
    ),
    ("restore file", "备份文件", "The backup"),
    ("operator", "经办人：新增、名单", "Operators: add, list"),
    ("operator add", "新增一位经办人", "Add an operator"),
    ("operator add name", "姓名", "Name"),
    (
        "operator add role",
        "身份：clerk 经办、supervisor 组长、admin 系统管理员、auditor 审计员",
        "Role: clerk, supervisor, admin or auditor",
    ),
    ("operator list", "列出经办人", "List the operators"),
    (
        "completions",
        "输出 shell 的自动补全脚本",
        "Print a completion script for a shell",
    ),
    (
        "completions shell",
        "bash、zsh、fish、powershell 或 elvish",
        "bash, zsh, fish, powershell or elvish",
    ),
    ("man", "输出手册页", "Print the manual page"),
];
