/** The trainers, their settings and their models. */
package org.orrery.learning.models;
