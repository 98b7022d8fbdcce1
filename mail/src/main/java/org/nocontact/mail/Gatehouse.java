package org.nocontact.mail;

import org.nocontact.core.HeldMail;

/// What all sessions of a gate share.
record Gatehouse(
        GateConfig config, MailRule rule, HeldMail held, GateCertificate certificate, Trust trust, Tally tally) {}
