//! Courses, vacancies and the firms behind them, as clerks write them.

use super::{
    ids::{CourseId, EnterpriseId, VacancyId},
    written::Written,
};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A course (课程) that can be learnt somewhere, in the columns of `contract.md`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CourseRecord {
    /// Reference (编号).
    pub reference: String,
    /// Title (课程名称).
    pub title: String,
    /// Training body (培训机构).
    pub org: String,
    /// Place (地点), as written.
    pub place: String,
    /// Opening day (开班日期), as written and as read.
    pub start: Written<NaiveDate>,
    /// Hours (课时).
    pub hours: Written<u32>,
    /// Level (等级), as written.
    pub level: String,
    /// For whom (招生对象), as written.
    pub target: String,
    /// Conditions (条件), as written.
    pub condition: String,
    /// Fee (费用), as written.
    pub fee: String,
    /// Remark (备注), as written.
    pub remark: String,
    /// Columns that are not ours.
    pub extra: BTreeMap<String, String>,
}

/// A course on the books.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    /// Identity.
    pub id: CourseId,
    /// What is written of it.
    pub record: CourseRecord,
}

/// A vacancy (岗位), in the columns of `contract.md`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct VacancyRecord {
    /// Reference (编号).
    pub reference: String,
    /// Title (岗位名称).
    pub title: String,
    /// Employer's name (用人单位), as written.
    pub employer: String,
    /// Place (地点), as written.
    pub place: String,
    /// Pay (薪资), as written.
    pub pay: String,
    /// Head count (人数).
    pub headcount: Written<u32>,
    /// Requirements (要求), as written.
    pub requirement: String,
    /// Remark (备注), as written.
    pub remark: String,
    /// Benefits (福利), as written.
    pub benefit: String,
    /// Day of posting (发布日期).
    pub posted: Written<NaiveDate>,
    /// Last day (截止日期).
    pub closes: Written<NaiveDate>,
    /// Columns that are not ours.
    pub extra: BTreeMap<String, String>,
}

/// A vacancy on the books.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vacancy {
    /// Identity.
    pub id: VacancyId,
    /// The firm's record.
    pub enterprise: Option<EnterpriseId>,
    /// What is written of it.
    pub record: VacancyRecord,
}

/// A firm (用人单位).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enterprise {
    /// Identity.
    pub id: EnterpriseId,
    /// Name.
    pub name: String,
}

/// Courses or vacancies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OfferKind {
    /// Courses (培训班).
    Courses,
    /// Vacancies (岗位).
    Vacancies,
}

/// Either thing that can be offered to a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum OfferId {
    /// A course.
    Course(CourseId),
    /// A vacancy.
    Vacancy(VacancyId),
}

impl OfferId {
    /// Which kind it is.
    pub fn kind(self) -> OfferKind {
        match self {
            Self::Course(_) => OfferKind::Courses,
            Self::Vacancy(_) => OfferKind::Vacancies,
        }
    }
}
