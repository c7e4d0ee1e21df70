package org.breakwater.core.service;

/// What a service says of itself.
///
/// @param version of its program
public record ServiceInfo(String name, String version) {}
