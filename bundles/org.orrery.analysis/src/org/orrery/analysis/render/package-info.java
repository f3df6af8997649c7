/**
 * How results leave the program: the services that turn a result into a document and a described chart into a picture,
 * and what all faces that draw charts share, so that a series looks the same in the workbench and in a report.
 */
package org.orrery.analysis.render;
