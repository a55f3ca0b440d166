//! What became of every row of a file.

use crate::domain::labels::labels;

labels! {
    /// A repair made on a row. The codes are the contract's.
    pub enum Fix {
        FullwidthDigits = "fullwidth_digits", ' ', "全角数字改为半角", "Full-width digits";
        IdSpaces = "id_spaces", ' ', "去掉证号里的空格或看不见的字符", "Spaces taken out of the id number";
        IdLowerX = "id_lower_x", ' ', "证号末位 x 改为 X", "Lower-case x of the id number";
        Id15To18 = "id_15_to_18", ' ', "15 位证号升为 18 位", "15-digit id number brought to 18";
        IdTextPrefix = "id_text_prefix", ' ', "去掉证号前的引号或字样", "Mark before the id number taken off";
        DateFormat = "date_format", ' ', "日期改为统一写法", "Date put into the usual form";
        DateExcelSerial = "date_excel_serial", ' ', "表格序号还原为日期", "Spreadsheet serial number read as a date";
        BirthFromId = "birth_from_id", ' ', "出生日期以证号为准", "Birth date taken from the id number";
        SexFromId = "sex_from_id", ' ', "性别以证号为准", "Sex taken from the id number";
        PhoneFormat = "phone_format", ' ', "电话改为统一写法", "Phone put into the usual form";
        PhoneSplit = "phone_split", ' ', "一格两个电话已分开", "Two phones in one cell parted";
        PhoneDropped = "phone_dropped", ' ', "电话看不懂，原文留在资料里", "Phone that can't be read, its words kept aside";
        GroupSplit = "group_split", ' ', "一格多个类别已分开", "Several groups in one cell parted";
        GroupAlias = "group_alias", ' ', "类别改为规范名称", "Group put under its proper name";
        NameCleaned = "name_cleaned", ' ', "姓名去掉空格或附注", "Name cleaned of spaces or remarks";
        NameDot = "name_dot", ' ', "姓名间隔号改为“·”", "Middle dot of the name";
        FormulaNeutralised = "formula_neutralised", ' ', "公式样的内容按文字保存", "Text that looks like a formula kept as text";
    }
}

labels! {
    /// Why a row was not taken. Those of people are the contract's; the rest belong to the sheets of
    /// courses, vacancies and contacts. A number of the right length with a wrong character has the
    /// code of a wrong length, for scripts, and words of its own, for the clerk.
    pub enum Reason {
        IdChecksum = "id_checksum", ' ', "身份证号校验码不对", "The id number's check character is wrong";
        IdLength = "id_length", ' ', "身份证号位数不对", "The id number has a wrong length";
        IdCharacter = "id_length", ' ', "身份证号里有不该有的字符", "The id number holds a character that can't stand there";
        IdMissing = "id_missing", ' ', "没有身份证号", "There is no id number";
        IdScientificNotation = "id_scientific_notation", ' ', "表格软件把号码当成数字，末几位已丢失；请用原表把该列设为文本", "The spreadsheet took the number for a figure and lost its last digits; set the column to text in the original sheet";
        IdBirthInvalid = "id_birth_invalid", ' ', "身份证号里的出生日期不对", "The birth date in the id number does not exist";
        IdConflict = "id_conflict", ' ', "同一证号姓名不同，请核对", "The same id number stands under another name";
        NameMissing = "name_missing", ' ', "没有姓名", "There is no name";
        NameInvalid = "name_invalid", ' ', "姓名看不懂", "The name can't be a name";
        Under16 = "under_16", ' ', "未满 16 周岁", "Younger than 16";
        TitleMissing = "title_missing", ' ', "没有名称", "There is no title";
        PersonUnknown = "person_unknown", ' ', "找不到这个求职者", "No such person on the register";
        TimeInvalid = "time_invalid", ' ', "联系时间没有或看不懂", "The time is missing or can't be read";
        ChannelInvalid = "channel_invalid", ' ', "方式没有或看不懂", "The channel is missing or can't be read";
        TimeFuture = "time_future", ' ', "联系时间在以后；约好的下次请填“下次联系”", "The time lies in the future; a promise belongs in the column of the next contact";
        FieldMissing = "field_missing", ' ', "必填的一栏是空的", "A needed field is empty";
        FieldUnread = "field_unread", ' ', "这一格看不懂", "The cell can't be read";
        FieldConflict = "field_conflict", ' ', "前后矛盾（日期先后或人数）", "Two cells contradict each other";
        LinkUnknown = "link_unknown", ' ', "找不到所指的记录，或不止一个", "No such record, or several";
        OutcomeInvalid = "outcome_invalid", ' ', "结果没有或看不懂", "The outcome is missing or can't be read";
    }
}

labels! {
    /// What a clerk should look at in a row that was taken all the same.
    pub enum WarningKind {
        Unread = "unread", ' ', "看不懂，原文保留", "Can't be read; its words are kept";
        OperatorUnknown = "operator_unknown", ' ', "没有这个经办人，记在导入人名下，原名写进内容", "No such operator: entered under who imports, the name kept in the note";
        OfferUnknown = "offer_unknown", ' ', "找不到推荐的岗位或课程，写进内容", "What was recommended is not on the books; kept in the note";
        ReferenceTaken = "reference_taken", ' ', "编号已有人用，另编新号", "The reference is taken; a new one is given";
    }
}

labels! {
    /// What became of a row.
    pub enum RowOutcome {
        Accepted = "accepted", ' ', "通过", "Accepted";
        Fixed = "fixed", ' ', "自动更正", "Fixed";
        Rejected = "rejected", ' ', "退回", "Rejected";
        Duplicate = "duplicate", ' ', "重复", "Duplicate";
        Skipped = "skipped", ' ', "非数据行", "Not a data row";
    }
}

/// A cell of the file, as a report may show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellNote {
    /// Code of the column (`phone`), or the header of a column that is not ours.
    pub column: String,
    /// Header as the file writes it.
    pub header: String,
    /// What stands in the cell: id numbers and phones masked, long texts cut.
    pub value: String,
}

impl CellNote {
    /// What to call the column: as the file does, else by its code.
    pub fn name(&self) -> &str {
        if self.header.is_empty() {
            &self.column
        } else {
            &self.header
        }
    }
}

/// A cell that a clerk should look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// Why.
    pub kind: WarningKind,
    /// Which.
    pub cell: CellNote,
}

/// One row of the file and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowDetail {
    /// Row of the sheet as a person sees it, from 1.
    pub row: usize,
    /// What became of it.
    pub outcome: RowOutcome,
    /// Repairs, without repeats, in the order of [`Fix::ALL`].
    pub fixes: Vec<Fix>,
    /// Why it was not taken.
    pub reason: Option<Reason>,
    /// The cell that the reason rests on.
    pub cell: Option<CellNote>,
    /// The earlier row that says the same, or that has the same id number under another name.
    pub duplicate_of_row: Option<usize>,
    /// Reference (编号): of the record that was there already, or the row's own. `office` fills in
    /// the references that the store gives.
    pub reference: Option<String>,
    /// Cells of a duplicate that say something else than the record or row that was there: a new
    /// phone is not lost without a word.
    pub differs: Vec<CellNote>,
    /// Cells of a row that was taken, to be looked at.
    pub warnings: Vec<Warning>,
}

impl RowDetail {
    /// A row of which nothing has been said yet but that it is no data.
    pub(crate) fn new(row: usize) -> Self {
        Self {
            row,
            outcome: RowOutcome::Skipped,
            fixes: Vec::new(),
            reason: None,
            cell: None,
            duplicate_of_row: None,
            reference: None,
            differs: Vec::new(),
            warnings: Vec::new(),
        }
    }
}

impl RowOutcome {
    /// What a row that is taken counts as.
    pub(crate) fn of_fixes(fixes: &[Fix]) -> Self {
        if fixes.is_empty() {
            Self::Accepted
        } else {
            Self::Fixed
        }
    }
}

/// The account of a file: every row once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ImportReport {
    /// Rows of the sheet.
    pub rows: usize,
    /// Taken as they stood.
    pub accepted: usize,
    /// Taken with repairs.
    pub fixed: usize,
    /// Not taken.
    pub rejected: usize,
    /// On record already, or earlier in the file.
    pub duplicates: usize,
    /// Title, header, blank, subtotal, total and footer rows.
    pub skipped: usize,
    /// Row by row.
    pub details: Vec<RowDetail>,
}

impl ImportReport {
    /// Enters a row into the account.
    pub(crate) fn enter(&mut self, detail: RowDetail) {
        self.rows += 1;
        *match detail.outcome {
            RowOutcome::Accepted => &mut self.accepted,
            RowOutcome::Fixed => &mut self.fixed,
            RowOutcome::Rejected => &mut self.rejected,
            RowOutcome::Duplicate => &mut self.duplicates,
            RowOutcome::Skipped => &mut self.skipped,
        } += 1;
        self.details.push(detail);
    }
}

/// A row that was not taken, as it stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reject<R> {
    /// Row of the sheet.
    pub row: usize,
    /// Why.
    pub reason: Reason,
    /// The cell it rests on.
    pub cell: CellNote,
    /// The row's cells in the order of [`Import::columns`].
    pub cells: Vec<String>,
    /// What could be read all the same. A row rejected for [`Reason::IdMissing`] alone can be
    /// registered from it as 待补证件.
    pub record: Option<R>,
}

/// A file read: the account, the records to store, and what was left aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import<R> {
    /// The account.
    pub report: ImportReport,
    /// Records to store, with the row each came from.
    pub records: Vec<(usize, R)>,
    /// Rows that were not taken.
    pub rejects: Vec<Reject<R>>,
    /// The header row as written.
    pub columns: Vec<String>,
    /// Columns that are not ours; their cells are kept with each record.
    pub unknown_columns: Vec<String>,
}
