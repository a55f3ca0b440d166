//! Closed lists of the ledgers, with the exact terms of the documents.
//!
//! Codes never change; a list may grow at its end.

mod bodies;
mod people;
mod training;

pub use bodies::{
    AreaTag, CreditList, EventKind, FirmSize, Hazard, Industry, Region, SkillType, StaffMode,
    StandardKind,
};
pub use people::{
    AffectedState, AssessmentStage, CertificateKind, EndReason, EvalEvent, EvidenceKind, PlanState,
    PostKind, RetireCategory, SchoolingState, SkillLevel, VentureKind, VentureStage, VeteranKind,
};
pub use training::{
    CheckKind, CheckResult, ClassStage, Department, EnrolmentStatus, FilingState, FundSource,
    InstitutionKind, InstitutionState, Mode, OrderForm, Payee, Programme, Scheme, SubsidyKind,
    TrainRound, TraineeRole, TrainingDelivery, TrainingKind,
};
