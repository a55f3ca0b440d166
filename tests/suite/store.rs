//! The store on disk: opening protocol, journal, undo, rebuild.
