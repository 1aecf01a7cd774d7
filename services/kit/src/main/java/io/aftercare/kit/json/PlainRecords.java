package io.aftercare.kit.json;

import jakarta.inject.Singleton;
import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import java.lang.annotation.ElementType;

/**
 * What is validated here is records that came over HTTP, never an entity that would have to be
 * loaded: the validator need not ask the persistence provider about each of their parts.
 */
@Singleton
class PlainRecords implements TraversableResolver {

  @Override
  public boolean isReachable(
      Object object, Path.Node property, Class<?> root, Path path, ElementType element) {
    return true;
  }

  @Override
  public boolean isCascadable(
      Object object, Path.Node property, Class<?> root, Path path, ElementType element) {
    return true;
  }
}
