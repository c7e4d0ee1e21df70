package org.breakwater.core.projection.view;

/// An incident at one moment (`IProtocolLens.IncidentView`).
public record IncidentView(long incidentId, Incident incident, IncidentReserve reserve, Totals totals) {}
