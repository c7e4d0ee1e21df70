package org.breakwater.core.protocol;

/// How accounts of an integrator come to be covered. (`IAccountCover.Enrolment`)
public enum Enrolment {
    OPT_IN,
    DEFAULT_IN,
    MIXED
}
