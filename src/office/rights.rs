//! Who may do what: one table, asked once at the head of every use case. What is not listed is refused.

use crate::{
    domain::{
        failure::Failure,
        operator::{Operator, Role},
    },
    text::Lang,
};

crate::messages! {
    search() { zh: "查找人员", en: "search for people" }
    open() { zh: "打开人员资料", en: "open a person's file" }
    reveal() { zh: "显示完整号码", en: "show full numbers" }
    offers() { zh: "查看岗位和课程", en: "see vacancies and courses" }
    register() { zh: "登记、修改、合并人员资料", en: "register, edit or merge people" }
    log_contact() { zh: "记联系、更正、作废", en: "log, correct or cancel contacts" }
    read_log() { zh: "查看工作日志", en: "read the daily log" }
    keep_ledgers() { zh: "登记台账", en: "keep the ledgers" }
    export() { zh: "导出", en: "export" }
    import() { zh: "导入", en: "import" }
    keep_draft() { zh: "暂存", en: "keep drafts" }
    undo() { zh: "撤销或恢复", en: "undo or redo" }
    check() { zh: "检查数据库", en: "check the database" }
    backup() { zh: "备份", en: "back up" }
    restore() { zh: "恢复备份", en: "restore a backup" }
    operators() { zh: "管理经办人", en: "manage operators" }
    list_operators() { zh: "查看经办人名单", en: "list operators" }
}

/// Something a person at the counter may want to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Deed {
    /// Find people by the box.
    Search,
    /// Open a file.
    Open,
    /// See full id numbers and phones.
    Reveal,
    /// See courses and vacancies, and what fits.
    Offers,
    /// Register, edit and merge people.
    Register,
    /// Log, correct and cancel contacts.
    LogContact,
    /// Add, change and take back ledger entries.
    KeepLedgers,
    /// Read the daily log and today's board.
    ReadLog,
    /// Write records or the log to a file.
    Export,
    /// Bring a roster or a list in.
    Import,
    /// Keep and drop half-filled forms.
    KeepDraft,
    /// Take a change back, or do it again.
    Undo,
    /// Check database and journal.
    Check,
    /// Make a backup.
    Backup,
    /// Put a backup in place of the database.
    Restore,
    /// Add an operator.
    Operators,
    /// See who works here.
    ListOperators,
}

impl Deed {
    #[cfg(test)]
    const ALL: [Self; 17] = [
        Self::Search,
        Self::Open,
        Self::Reveal,
        Self::Offers,
        Self::Register,
        Self::LogContact,
        Self::KeepLedgers,
        Self::ReadLog,
        Self::Export,
        Self::Import,
        Self::KeepDraft,
        Self::Undo,
        Self::Check,
        Self::Backup,
        Self::Restore,
        Self::Operators,
        Self::ListOperators,
    ];

    /// The roles that may do it.
    fn roles(self) -> &'static [Role] {
        use Role::{Admin, Auditor, Clerk, Supervisor};
        match self {
            Self::Search | Self::Open | Self::Offers | Self::ReadLog | Self::ListOperators => {
                &[Clerk, Supervisor, Admin, Auditor]
            }
            Self::Check => &[Clerk, Supervisor, Admin, Auditor],
            Self::Reveal
            | Self::Register
            | Self::LogContact
            | Self::KeepLedgers
            | Self::Export
            | Self::Import
            | Self::KeepDraft
            | Self::Undo => &[Clerk, Supervisor, Admin],
            Self::Backup => &[Supervisor, Admin],
            Self::Restore | Self::Operators => &[Admin],
        }
    }

    fn words(self) -> String {
        let in_lang = |lang| match self {
            Self::Search => search(lang),
            Self::Open => open(lang),
            Self::Reveal => reveal(lang),
            Self::Offers => offers(lang),
            Self::Register => register(lang),
            Self::LogContact => log_contact(lang),
            Self::KeepLedgers => keep_ledgers(lang),
            Self::ReadLog => read_log(lang),
            Self::Export => export(lang),
            Self::Import => import(lang),
            Self::KeepDraft => keep_draft(lang),
            Self::Undo => undo(lang),
            Self::Check => check(lang),
            Self::Backup => backup(lang),
            Self::Restore => restore(lang),
            Self::Operators => operators(lang),
            Self::ListOperators => list_operators(lang),
        };
        // A failure is worded when it is shown; the deed is quoted in both languages until then.
        format!("{} / {}", in_lang(Lang::Zh), in_lang(Lang::En))
    }
}

/// Refuses what the role may not do.
pub(crate) fn require(operator: &Operator, deed: Deed) -> Result<(), Failure> {
    if deed.roles().contains(&operator.role) {
        Ok(())
    } else {
        Err(Failure::NotAllowed {
            action: deed.words(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::OperatorId;

    fn may(role: Role, deed: Deed) -> bool {
        let operator = Operator {
            id: OperatorId(uuid::Uuid::nil()),
            name: "梁敏".into(),
            role,
        };
        require(&operator, deed).is_ok()
    }

    #[test]
    fn an_auditor_reads_and_never_writes() {
        let may_do: Vec<Deed> = Deed::ALL
            .into_iter()
            .filter(|d| may(Role::Auditor, *d))
            .collect();
        assert_eq!(
            may_do,
            [
                Deed::Search,
                Deed::Open,
                Deed::Offers,
                Deed::ReadLog,
                Deed::Check,
                Deed::ListOperators
            ]
        );
    }

    #[test]
    fn a_clerk_does_the_daily_work_and_leaves_the_database_alone() {
        for deed in Deed::ALL {
            let kept_from_clerks = matches!(deed, Deed::Backup | Deed::Restore | Deed::Operators);
            assert_eq!(may(Role::Clerk, deed), !kept_from_clerks, "{deed:?}");
            assert!(may(Role::Admin, deed), "{deed:?}");
        }
    }
}
