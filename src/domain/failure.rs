//! Everything that can go wrong, in the user's words: what happened, what is safe, what to do.
//!
//! The one place where these words are made. Every variant has a code that scripts may rely on.

use super::cause::said;
use crate::text::Lang;

/// Whose matter a failure is; decides the tone and the exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FailureKind {
    /// The thing asked for can't be done.
    Refused,
    /// The call itself is wrong (exit code 2).
    Usage,
    /// Disk, file or lock.
    Environment,
    /// A fault of the program.
    Bug,
}

/// A failure in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FailureWords {
    /// What happened.
    pub what: String,
    /// What is safe.
    pub safe: String,
    /// What to do.
    pub advice: String,
}

macro_rules! failures {
    ($( $name:ident { $($field:ident),* } $kind:ident $code:literal
        what $wz:literal / $we:literal
        safe $sz:literal / $se:literal
        todo $tz:literal / $te:literal; )+) => {
        /// Something that went wrong. Fields are texts that the words quote.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Failure {
            $( #[doc = $we] $name { $( #[doc = "Quoted in the words."] $field: String ),* }, )+
        }

        impl Failure {
            /// Code for scripts.
            pub fn code(&self) -> &'static str {
                match self { $( Self::$name { .. } => $code, )+ }
            }

            /// Whose matter it is.
            pub fn kind(&self) -> FailureKind {
                match self { $( Self::$name { .. } => FailureKind::$kind, )+ }
            }

            /// The words in one language.
            pub fn words(&self, lang: Lang) -> FailureWords {
                match self { $(
                    Self::$name { $($field),* } => FailureWords {
                        what: match lang {
                            Lang::Zh => format!($wz $(, $field = said($field, lang))*),
                            Lang::En => format!($we $(, $field = said($field, lang))*),
                        },
                        safe: lang.pick($sz, $se).to_owned(),
                        advice: lang.pick($tz, $te).to_owned(),
                    },
                )+ }
            }

            /// One of each, for the test that reads all the words.
            #[doc(hidden)]
            pub fn samples() -> Vec<Self> {
                vec![$( Self::$name { $( $field: concat!("<", stringify!($field), ">").to_owned() ),* }, )+]
            }
        }
    };
}

failures! {
    PersonNotFound { reference } Refused "person_not_found"
        what "没有找到这个人：{reference}" / "No such person: {reference}"
        safe "没有改动任何资料。" / "Nothing was changed."
        todo "请核对编号或身份证号，或用 zhipei search 查找。" / "Check the reference or id number, or find the person with zhipei search.";
    IdNumberTaken { reference } Refused "id_number_taken"
        what "这个身份证号已经在册：{reference}" / "This id number is on the register already: {reference}"
        safe "没有保存；填写的内容还在。" / "Not saved; what you typed is kept."
        todo "请打开已有的档案修改，或合并两份档案。" / "Open that record and edit it, or merge the two.";
    PersonIdTaken { id } Refused "person_id_taken"
        what "这张表已经登记过另一份内容：{id}" / "This form was registered with other contents already: {id}"
        safe "已登记的档案没有改动。" / "The record on the register is unchanged."
        todo "请打开已登记的档案，核对后修改。" / "Open that record, check, and edit it.";
    EditConflict { field } Refused "edit_conflict"
        what "这一栏刚刚被别人改过：{field}" / "Another hand changed this field meanwhile: {field}"
        safe "没有保存；填写的内容还在。" / "Not saved; what you typed is kept."
        todo "请重新打开档案核对，再修改。" / "Open the record anew, check, and edit it again.";
    MergeTwoIds {} Refused "merge_two_ids"
        what "两份档案都有有效的身份证号，不是同一个人" / "Both records have valid id numbers: they are two people"
        safe "没有改动任何资料。" / "Nothing was changed."
        todo "请核对证件；号码录错的先改正，再合并。" / "Check the cards; correct a wrong number first, then merge.";
    MergeSame {} Refused "merge_same"
        what "这是同一份档案" / "This is one and the same record"
        safe "没有改动任何资料。" / "Nothing was changed."
        todo "请选另一份要并入的档案。" / "Choose the other record.";
    NameNeeded {} Refused "name_needed"
        what "还没有姓名" / "There is no name yet"
        safe "没有保存；填写的内容还在。" / "Not saved; what you typed is kept."
        todo "请填写姓名，至少两个字。" / "Give a name of at least two characters.";
    FilterWrong { problem } Usage "filter_wrong"
        what "筛选用不了：{problem}" / "The filter can't be used: {problem}"
        safe "没有改动任何资料。" / "Nothing was changed."
        todo "请改好筛选再查；zhipei search --help 有写法。" / "Mend the filter; zhipei search --help shows how it is written.";
    FilterValueUnknown { problem } Refused "filter_value_unknown"
        what "在册没有这样的人：{problem}" / "Nobody on the register is so: {problem}"
        safe "没有改动任何资料。" / "Nothing was changed."
        todo "请核对写法；去掉这一项可看全部。" / "Check how it is written; leave it out to see all.";
    OfferNotFound { reference } Refused "offer_not_found"
        what "没有找到这个岗位或课程：{reference}" / "No such vacancy or course: {reference}"
        safe "没有改动任何资料。" / "Nothing was changed."
        todo "请核对编号。" / "Check the reference.";
    ContactNotFound { reference } Refused "contact_not_found"
        what "没有找到这条联系记录：{reference}" / "No such contact: {reference}"
        safe "没有改动任何资料。" / "Nothing was changed."
        todo "用 zhipei contact list 查看记录编号。" / "See the ids with zhipei contact list.";
    EntryNotFound { kind, reference } Refused "entry_not_found"
        what "没有找到这条台账（{kind}）：{reference}" / "No such ledger entry ({kind}): {reference}"
        safe "没有改动任何资料。" / "Nothing was changed."
        todo "可能已被撤销；请在台账里另选一条。" / "It may have been taken back; choose another in the ledger.";
    StillReferredTo { reference } Refused "still_referred_to"
        what "还有别的台账引用它：{reference}" / "Other entries still lead to it: {reference}"
        safe "没有改动任何资料。" / "Nothing was changed."
        todo "请先撤下引用它的那些。" / "Take those back first.";
    NameTaken { name } Refused "name_taken"
        what "已有同名的登记：{name}" / "There is one of this name already: {name}"
        safe "没有改动任何资料。" / "Nothing was changed."
        todo "请打开已有的那一条修改。" / "Open that one and change it.";
    EntryTwice { kind } Refused "entry_twice"
        what "已有这样的一条，不能再记一条：{kind}" / "There is one already, and may be only one: {kind}"
        safe "没有改动任何资料。" / "Nothing was changed."
        todo "请打开已有的那一条修改；编号不要重复。" / "Open that one and change it; references must differ.";
    ClassFull { class, seats, kept, taken } Refused "class_full"
        what "“{class}”坐不下：名额 {seats}，留给退役军人 {kept}，已占 {taken}" / "{class} can't take them: {seats} seats, {kept} kept for veterans, {taken} taken"
        safe "没有报名。" / "Nobody was enrolled."
        todo "请改报别的班，或由负责人在班次里调整名额。" / "Choose another class, or have the seats of this one changed.";
    EntryFlawed { kind, what } Refused "entry_flawed"
        what "{kind}还不能保存：{what}" / "{kind} can't be saved yet: {what}"
        safe "没有保存；填写的内容还在。" / "Not saved; what you typed is kept."
        todo "请改好这一处再保存。" / "Mend this, then save again.";
    OperatorNotFound { name } Refused "operator_not_found"
        what "没有这个经办人：{name}" / "No such operator: {name}"
        safe "没有改动任何资料。" / "Nothing was changed."
        todo "请核对 --operator 或 ZHIPEI_OPERATOR 的姓名。" / "Check the name in --operator or ZHIPEI_OPERATOR.";
    NotAllowed { action } Refused "not_allowed"
        what "当前身份不能做这件事：{action}" / "This role may not do that: {action}"
        safe "没有改动任何资料。" / "Nothing was changed."
        todo "请组长或管理员操作。" / "Ask a supervisor or an administrator.";
    NothingToUndo {} Refused "nothing_to_undo"
        what "本窗口没有可撤销的改动" / "This window has no change to undo"
        safe "没有改动任何资料。" / "Nothing was changed."
        todo "更早的记录请在工作日志里更正或作废。" / "Correct or cancel earlier contacts in the daily log.";
    NothingToRedo {} Refused "nothing_to_redo"
        what "没有可恢复的改动" / "There is nothing to redo"
        safe "没有改动任何资料。" / "Nothing was changed."
        todo "撤销之后才能恢复。" / "Redo follows an undo.";
    UndoConflict { what } Refused "undo_conflict"
        what "不能撤销：{what} 之后已被别人改过" / "Can't undo: {what} was changed by another hand since"
        safe "没有改动任何资料。" / "Nothing was changed."
        todo "请打开它，核对后直接修改。" / "Open it, check, and edit it directly.";
    ContactClosed { reference } Refused "contact_closed"
        what "这条记录已更正或作废，不能再改：{reference}" / "This contact was corrected or cancelled already: {reference}"
        safe "原记录和更正都还在。" / "The original and its correction both stand."
        todo "请更正最新的一条，或另记一条。" / "Correct the newest one, or log another.";
    ContactIdTaken { id } Refused "contact_id_taken"
        what "这个编号已记过另一条内容不同的联系：{id}" / "This id already belongs to a different contact: {id}"
        safe "已有的记录没有改动。" / "The contact on record is unchanged."
        todo "请换一个新的 --id。" / "Give a new --id.";
    ContactInFuture { at } Refused "contact_in_future"
        what "联系时间在将来：{at}" / "The contact lies in the future: {at}"
        safe "没有记下。" / "It was not logged."
        todo "请核对时间；约好的下次联系请填“下次”。" / "Check the time; a promise belongs in the next date.";
    ContactBeforeBirth { at } Refused "contact_before_birth"
        what "联系时间早于本人出生：{at}" / "The contact lies before the person was born: {at}"
        safe "没有记下。" / "It was not logged."
        todo "请核对日期和身份证号。" / "Check the day and the id number.";
    NextInPast { day } Refused "next_in_past"
        what "下次联系的日期已经过去：{day}" / "The next contact lies in the past: {day}"
        safe "没有记下。" / "It was not logged."
        todo "请写今天或以后的日期；不再约写 0。" / "Give today or a later day, or 0 for never.";
    InvalidValue { field, value } Usage "invalid_value"
        what "{field} 的值看不懂：{value}" / "{field} can't be read: {value}"
        safe "没有改动任何资料。" / "Nothing was changed."
        todo "请看 --help 里的写法，例如日期写 2026-11-28。" / "See --help for the form; a date is written 2026-11-28.";
    DatabaseMissing { path } Environment "database_missing"
        what "没有这个数据库文件：{path}" / "There is no database file: {path}"
        safe "没有新建或改动任何文件。" / "No file was made or changed."
        todo "先用 zhipei create 新建，或用 --db 指明位置。" / "Make one with zhipei create, or name it with --db.";
    DatabaseExists { path } Refused "database_exists"
        what "文件已经存在：{path}" / "The file is there already: {path}"
        safe "没有改动它。" / "It was not touched."
        todo "换一个文件名，或直接打开它。" / "Choose another name, or open it.";
    DatabaseIsFolder { path } Environment "database_is_folder"
        what "这是一个文件夹，不是数据库文件：{path}" / "This is a folder, not a database file: {path}"
        safe "没有改动它。" / "It was not touched."
        todo "请指明文件夹里的数据库文件。" / "Name the database file inside it.";
    DatabaseEmpty { path } Environment "database_empty"
        what "数据库文件是空的（可能断电或复制中断）：{path}" / "The database file is empty (a power cut or a broken copy?): {path}"
        safe "没有改动它，也没有在上面新建。" / "It was not touched, and nothing was made over it."
        todo "请用 zhipei restore 从备份恢复。" / "Restore a backup with zhipei restore.";
    NotADatabase { path } Environment "not_a_database"
        what "这不是职配的数据库，或者已加密、已损坏：{path}" / "This is no zhipei database, or it is encrypted or damaged: {path}"
        safe "没有改动它。" / "It was not touched."
        todo "请核对文件；要导入表格请用 zhipei import。" / "Check the file; to read a sheet use zhipei import.";
    DatabaseDamaged { path, detail } Environment "database_damaged"
        what "数据库已损坏：{path}（{detail}）" / "The database is damaged: {path} ({detail})"
        safe "没有改动它。" / "It was not touched."
        todo "请先复制一份，再用 zhipei restore 从最近的备份恢复。" / "Copy it aside, then restore the newest backup with zhipei restore.";
    SchemaTooNew { path, found, known } Environment "schema_too_new"
        what "数据库由更新的版本建立：{path}（格式 {found}，本程序认识到 {known}）" / "The database was made by a newer version: {path} (format {found}, this program knows {known})"
        safe "没有改动它。" / "It was not touched."
        todo "请升级职配后再打开。" / "Upgrade zhipei, then open it.";
    ForeignDatabase { path, application } Environment "foreign_database"
        what "这是别的程序的数据库：{path}（标识 {application}）" / "This database belongs to another program: {path} (id {application})"
        safe "没有改动它。" / "It was not touched."
        todo "请用 --db 指明职配的数据库。" / "Name a zhipei database with --db.";
    HardLinked { path } Environment "hard_linked"
        what "数据库文件有另一个名字（硬链接），这样打开会丢记录：{path}" / "The database file has a second name (hard link); opening it so loses records: {path}"
        safe "没有改动它。" / "It was not touched."
        todo "请复制成一个独立的文件再打开。" / "Copy it to a file of its own, then open that.";
    DatabaseReplaced { path } Environment "database_replaced"
        what "数据库文件在使用中被移走或替换：{path}" / "The database file was removed or replaced while open: {path}"
        safe "没有保存；填写的内容还在。" / "Not saved; what you typed is kept."
        todo "请关闭并重新打开职配，核对文件。" / "Close and reopen zhipei, and check the file.";
    ReadOnly { path } Environment "read_only"
        what "数据库所在的位置不能写入：{path}" / "The place of the database can't be written: {path}"
        safe "已有的资料都在，没有改动。" / "All records are there, unchanged."
        todo "请检查文件夹权限，或把数据库放到本机可写的位置。" / "Check the folder's permissions, or move the database to a place that can be written.";
    Busy { seconds } Environment "busy"
        what "其他窗口正在保存，等了 {seconds} 秒" / "Another window has been saving for {seconds} seconds"
        safe "这一次没有写入；已有的资料和填好的内容都在。" / "Nothing was written this time; all records and what you typed are kept."
        todo "请稍等片刻再试一次。" / "Wait a moment, then try again.";
    DiskFull {} Environment "disk_full"
        what "磁盘已满" / "The disk is full"
        safe "这一次没有保存；以前的记录都在。" / "This was not saved; all earlier records stand."
        todo "请清理磁盘后再保存。" / "Free some space, then save again.";
    Upgraded {} Environment "upgraded"
        what "数据库已被新版程序升级" / "The database was upgraded by a newer program"
        safe "没有保存；填写的内容还在。" / "Not saved; what you typed is kept."
        todo "请关闭并重新打开职配。" / "Close and reopen zhipei.";
    FileMissing { path } Environment "file_missing"
        what "没有这个文件：{path}" / "There is no such file: {path}"
        safe "没有改动任何资料。" / "Nothing was changed."
        todo "请核对文件名和位置。" / "Check the name and the folder.";
    FileIsFolder { path } Environment "file_is_folder"
        what "这是一个文件夹，不是文件：{path}" / "This is a folder, not a file: {path}"
        safe "没有改动任何资料。" / "Nothing was changed."
        todo "请指明文件夹里的文件。" / "Name a file inside it.";
    FileUnreadable { path, detail } Environment "file_unreadable"
        what "文件读不了：{path}（{detail}）" / "The file can't be read: {path} ({detail})"
        safe "没有改动任何资料。" / "Nothing was changed."
        todo "请检查文件是否完整、是否被占用、有没有打开密码。" / "Check that it is whole, not open elsewhere, and has no password.";
    NotASheet { path, kind } Refused "not_a_sheet"
        what "这不是表格文件（像是 {kind}）：{path}" / "This is no sheet (it looks like {kind}): {path}"
        safe "没有导入任何一行。" / "No row was imported."
        todo "请另存为 XLSX 或 CSV 再导入。" / "Save it as XLSX or CSV, then import that.";
    FileLocked { path } Refused "file_locked"
        what "文件有打开密码：{path}" / "The file has a password: {path}"
        safe "没有导入任何一行。" / "No row was imported."
        todo "请先在表格软件里去掉密码再导入。" / "Take the password off in the spreadsheet, then import it.";
    FileTooLarge { path, limit } Refused "file_too_large"
        what "文件太大：{path}（上限 {limit}）" / "The file is too large: {path} (limit {limit})"
        safe "没有导入任何一行。" / "No row was imported."
        todo "请分成几个文件。" / "Split it into several files.";
    NoRows { path } Refused "no_rows"
        what "文件里没有数据行：{path}" / "The file has no data rows: {path}"
        safe "没有改动任何资料。" / "Nothing was changed."
        todo "请核对是不是选错了文件或工作表。" / "Check that it is the right file and sheet.";
    NoHeader { path, wanted } Refused "no_header"
        what "找不到表头：{path}（需要 {wanted} 等列名）" / "No header row in {path} (looking for columns such as {wanted})"
        safe "没有改动任何资料。" / "Nothing was changed."
        todo "请在数据上面加一行列名。" / "Put a row of column names above the data.";
    UnclosedQuote { path, row } Refused "unclosed_quote"
        what "第 {row} 行引号没有闭合：{path}" / "Row {row} has a quote that is never closed: {path}"
        safe "没有导入任何一行。" / "No row was imported."
        todo "请在那一行补上引号，或用 Excel 另存一次。" / "Close the quote on that row, or save the sheet again.";
    BadEncoding { path, encoding } Refused "bad_encoding"
        what "文件不是 {encoding} 编码：{path}" / "The file is not {encoding}: {path}"
        safe "没有导入任何一行。" / "No row was imported."
        todo "请用 --encoding auto，或把表另存为 UTF-8。" / "Use --encoding auto, or save the sheet as UTF-8.";
    OutputExists { path } Refused "output_exists"
        what "文件已经存在：{path}" / "The file is there already: {path}"
        safe "没有覆盖它。" / "It was not overwritten."
        todo "换一个文件名，或加 --force。" / "Choose another name, or add --force.";
    OutputFailed { path, detail } Environment "output_failed"
        what "文件写不了：{path}（{detail}）" / "The file can't be written: {path} ({detail})"
        safe "没有留下半个文件；资料没有改动。" / "No half file was left; no record was changed."
        todo "请检查文件夹权限和磁盘空间。" / "Check the folder's permissions and the free space.";
    NoTerminal {} Usage "no_terminal"
        what "界面需要在终端窗口里运行" / "The screen needs a terminal window"
        safe "没有改动任何资料。" / "Nothing was changed."
        todo "脚本请用 search、log 等子命令，见 zhipei --help。" / "Scripts use the subcommands, see zhipei --help.";
    BackupBad { path } Refused "backup_bad"
        what "备份已损坏，没有通过校验：{path}" / "The backup is damaged and did not pass its check: {path}"
        safe "现有的数据库没有改动。" / "The present database was not touched."
        todo "请换一份备份。" / "Use another backup.";
    BackupEmpty { path } Refused "backup_empty"
        what "备份文件是空的（可能断电或复制中断）：{path}" / "The backup is an empty file (a power cut or a broken copy?): {path}"
        safe "现有的数据库没有改动。" / "The present database was not touched."
        todo "请换一份备份。" / "Use another backup.";
    BackupExists { path } Refused "backup_exists"
        what "备份文件已经存在：{path}" / "There is a backup of this name already: {path}"
        safe "没有覆盖它，也没有备份。" / "It was not overwritten, and no backup was made."
        todo "请换一个文件名；备份从不覆盖已有的文件。" / "Choose another name; a backup never overwrites a file.";
    SameFile { path } Refused "same_file"
        what "备份和现有的数据库是同一个文件：{path}" / "The backup and the present database are one and the same file: {path}"
        safe "没有改动它。" / "It was not touched."
        todo "请指明另外保存的备份文件。" / "Name the backup that was saved elsewhere.";
    InUse { path } Refused "in_use"
        what "还有窗口开着这个数据库：{path}" / "Another window has this database open: {path}"
        safe "没有改动它。" / "It was not touched."
        todo "请先关闭其他窗口。" / "Close the other windows first.";
    BadFileName { name, proposal } Usage "bad_file_name"
        what "这个文件名有些电脑存不了：{name}（可改为 {proposal}）" / "Some computers can't hold this file name: {name} (use {proposal} instead)"
        safe "没有写任何文件。" / "No file was written."
        todo "请换成建议的名字，只用汉字、字母、数字和 -_. 。" / "Use the name proposed: letters, digits, Chinese characters and -_. only.";
    WrongUsage { problem } Usage "wrong_usage"
        what "命令写得不对：{problem}" / "The command is wrong: {problem}"
        safe "没有改动任何资料。" / "Nothing was changed."
        todo "请看 zhipei --help，或在子命令后加 --help。" / "See zhipei --help, or add --help to the subcommand.";
    OperatorNeeded { names } Usage "operator_needed"
        what "这里有几位经办人，不知道是谁在操作：{names}" / "Several operators work here, and it is not known who acts: {names}"
        safe "没有改动任何资料。" / "Nothing was changed."
        todo "请用 --operator 姓名（或 ZHIPEI_OPERATOR）指明。" / "Say who with --operator NAME (or ZHIPEI_OPERATOR).";
    OperatorExists { name } Refused "operator_exists"
        what "已经有这位经办人：{name}" / "There is an operator of this name already: {name}"
        safe "没有改动任何资料。" / "Nothing was changed."
        todo "同名的人请加上区别，例如“李明(石岐)”。" / "Tell namesakes apart, for example with their town.";
    ConfigBad { path, line, detail } Usage "config_bad"
        what "配置文件有错：{path} 第 {line} 行（{detail}）" / "The configuration is wrong: {path} line {line} ({detail})"
        safe "没有启动，也没有改动任何资料。" / "The program did not start; nothing was changed."
        todo "请改正这一行，或先把文件改名再启动。" / "Correct that line, or move the file aside and start again.";
    TooMany { number, limit } Usage "too_many"
        what "数目太大：{number}（上限 {limit}）" / "The number is too large: {number} (limit {limit})"
        safe "没有改动任何资料。" / "Nothing was changed."
        todo "请用小一些的数目。" / "Use a smaller number.";
    NothingLogged { day, path } Refused "nothing_logged"
        what "{day} 没有联系记录；只写了表头：{path}" / "Nothing was logged on {day}; only the header was written: {path}"
        safe "没有改动任何资料。" / "Nothing was changed."
        todo "请核对日期和经办人；如果当天确实没有联系，这份空表可以留存。" / "Check the day and the operator; if there really was no contact, keep this empty sheet.";
    TerminalLost { detail } Environment "terminal_lost"
        what "终端窗口不能用了：{detail}" / "The terminal can't be used any more: {detail}"
        safe "已保存的记录都在；写到一半的表单已暂存。" / "All saved records stand; half-filled forms were kept."
        todo "请重新打开一个终端窗口，再启动职配。" / "Open a new terminal window and start zhipei again.";
    Bug { detail } Bug "bug"
        what "程序出错：{detail}" / "A fault of the program: {detail}"
        safe "已保存的记录都在。" / "All saved records stand."
        todo "请记下这行字，告诉维护人员。" / "Note this line and tell whoever looks after the program.";
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.words(Lang::En).what)
    }
}

impl std::error::Error for Failure {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_failure_says_what_happened_what_is_safe_and_what_to_do() {
        let mut codes = Vec::new();
        for failure in Failure::samples() {
            for lang in [Lang::Zh, Lang::En] {
                let words = failure.words(lang);
                for part in [&words.what, &words.safe, &words.advice] {
                    assert!(
                        part.chars().count() >= 4,
                        "{failure:?} is too short in {lang:?}: {part}"
                    );
                    let han = part.chars().any(crate::text::fold::is_han);
                    assert_eq!(han, lang == Lang::Zh, "{failure:?} in {lang:?}: {part}");
                }
            }
            codes.push(failure.code());
        }
        let all = codes.len();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), all, "two failures share a code");
    }
}
