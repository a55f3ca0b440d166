//! Values and their meaning at the counter. Uses `text` only.
//!
//! Absent on purpose: I/O, SQL, serde, the clock, the terminal. Values are parsed at the door and
//! valid ever after; edges (store, exchange, cli) keep their own copies and convert.
//!
//! # Glossary
//!
//! | here | at the counter |
//! |---|---|
//! | person | 求职者 |
//! | group, membership | 人员类别 |
//! | contact | 联系记录 |
//! | channel, party, purpose, outcome, reason | 方式, 接谈人, 事由, 结果, 原因 |
//! | corrected, cancelled, late entry | 更正, 作废, 补录 |
//! | daybook | 工作日志 |
//! | course, vacancy, enterprise | 课程, 岗位, 用人单位 |
//! | recommendation | 推荐 |
//! | fit; met, failed, unknown | 可否推荐; 符合, 不符合, 待核 |
//! | draft | 暂存 |
//! | saved view | 常用名单 |
//! | candidate, ground | 疑似同一人, 依据 |
//! | merge | 合并档案 |
//! | contact instructions | 联系须知 |
//! | operator, role | 经办人, 身份 |
//! | filter, facet | 筛选 `组:…`, 各类的人数 |
//! | station, journal, head | 窗口, 操作记录, 校验码 |
//! | wish | 求职意向 / 培训意愿 |
//! | reference | 编号 |
//! | ledger, kind, entry | 台账, 台账种类, 一条台账 |

pub mod candidate;
pub mod cause;
pub mod contact;
pub mod dates;
pub mod daybook;
pub mod division;
pub mod draft;
pub mod failure;
pub mod filter;
pub mod fit;
pub mod group;
pub mod hint;
pub mod history;
pub mod hit;
pub mod id_number;
pub mod ids;
pub mod labels;
pub mod ledger;
pub(crate) mod loose;
pub mod masking;
pub mod name;
pub mod offer;
pub mod operator;
pub mod person;
pub mod phone;
pub mod recommendation;
pub mod saved_view;
pub mod searched;
pub mod written;
