package org.breakwater.desktop.feature.settings;

import java.util.Optional;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.service.ServiceHealth;

/// Port: what can be changed in the settings of a network that its user named. Blocking; every change is kept.
public interface NetworkEditing {

    /// Takes a further endpoint as the last choice, from now on.
    ///
    /// @throws ProblemException where nothing answers there, or it has not this protocol
    void addEndpoint(String address) throws ProblemException;

    /// Takes an endpoint out.
    ///
    /// @param name as it is shown
    void removeEndpoint(String name) throws ProblemException;

    /// Prefers an endpoint to the one before it.
    ///
    /// @param name as it is shown
    void preferEndpoint(String name) throws ProblemException;

    /// Asks a service without keeping it.
    ServiceHealth tryService(String address) throws ProblemException;

    /// Asks and hands in to another service from now on, or to none, and keeps it for the next start.
    void useService(Optional<String> address) throws ProblemException;
}
