package org.breakwater.core.protocol;

/// Who decided. (`Route`)
public enum Route {
    AUTOMATIC,
    DAO_VOTE,
    COUNCIL
}
