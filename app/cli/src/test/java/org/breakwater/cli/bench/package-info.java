/// Benchmarks, run by `mvn -Pbench`: test classes tagged `bench`, each of which prints one {@link BenchTable}.
@NullMarked
package org.breakwater.cli.bench;

import org.jspecify.annotations.NullMarked;
