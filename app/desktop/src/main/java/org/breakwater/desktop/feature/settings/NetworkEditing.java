package org.breakwater.desktop.feature.settings;

import java.util.Optional;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.service.ServiceHealth;

/// Port: what can be changed in the settings of a network that its user named. Blocking; every change is kept.
public interface NetworkEditing {

    /// Compares a further endpoint with the one that is read, from now on.
    ///
    /// @throws ProblemException where nothing answers there, or it is on another chain
    void addEndpoint(String address) throws ProblemException;

    /// Compares an endpoint no longer. The one that is read stays.
    ///
    /// @param name as it is shown
    void removeEndpoint(String name) throws ProblemException;

    /// Asks a service without keeping it.
    ServiceHealth tryService(String address) throws ProblemException;

    /// Keeps a service for the next start, or none.
    void keepService(Optional<String> address) throws ProblemException;
}
