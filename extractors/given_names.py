"""Common given names of people in German councils and administrations, written for this project from general knowledge.

They tell a name from a pair of nouns where nothing but capital letters does; a given name that is missing costs nothing
where the surname is no word of the dictionary.
"""

from __future__ import annotations

GIVEN = frozenset(
    """
    Achim Adam Adelheid Adrian Agnes Ahmed Ahmet Albert Albrecht Alena Alessandro Alex Alexander Alexandra Alfons
    Alfred Ali Alice Alina Aljoscha Alma Alwin Amelie Amir Anastasia Andrea Andreas Andrei Andrej Andres André
    Anette Angela Angelika Anita Anja Anke Anna Anna-Lena Anne Annegret Anneliese Annemarie Annette Annika Ansgar
    Antje Anton Antonia Antonio Armin Arne Arno Arnold Arthur Arzu Astrid Augustin Axel Ayhan Aylin Ayse Ayşe
    Barbara Beate Beatrice Beatrix Benedikt Benjamin Bernd Bernhard Bert Berta Berthold Bettina Bianca Birgit
    Birgitta Birte Björn Bodo Brigitte Britta Bruno Burkhard Burkhardt Bärbel Can Carina Carl Carla Carlo Carlos
    Carmen Carola Caroline Carsten Catharina Catrin Cem Charlotte Chiara Christa Christel Christian Christiane
    Christin Christina Christine Christof Christoph Clara Claudia Claus Clemens Constanze Corinna Cornelia Dagmar
    Damian Daniel Daniela Daniele Danny Dario David Davide Denis Deniz Dennis Derya Detlef Detlev Diana Dieter
    Dietmar Dietrich Dimitri Dirk Dominic Dominik Doris Dorit Dorothea Dörte Edeltraud Edgar Edith Eduard Egon
    Ekkehard Elena Eleonore Elfriede Elias Elif Elina Elisa Elisabeth Elke Ella Ellen Elsbeth Elvira Emil Emilia
    Emine Emma Emmanuel Emre Enrico Erdal Erhard Erich Erik Erika Ernestine Ernst Ernst-August Erwin Esra Eugen Eva
    Eva-Maria Evelin Evelyn Fabian Fabienne Fabio Fatma Felix Ferdinand Filiz Finn Florian Frank Franka Franz
    Franz-Josef Franziska Frauke Frederik Frieda Friederike Friedhelm Friedrich Frithjof Gabi Gabriel Gabriele Gaby
    Georg Georgios Gerald Gerd Gerda Gereon Gerhard Gerlinde Gero Gert Gertrud Gianluca Gisela Gitta Gottfried
    Gregor Greta Gudrun Guido Gunda Gundula Gunnar Gunter Gustav Günter Günther Hagen Hakan Halil Hanna Hannah Hanne
    Hannelore Hannes Hans Hans-Dieter Hans-Georg Hans-Joachim Hans-Jürgen Hans-Peter Hans-Werner Hansjörg Harald
    Harry Hartmut Hasan Hatice Hedwig Heidi Heidrun Heike Heiko Heiner Heino Heinrich Heinz Heinz-Peter Helena
    Helene Helga Helge Hella Helmut Hendrik Henning Henriette Henrik Henry Herbert Heribert Hermann Herta Hilde
    Hildegard Holger Horst Hubert Hubertus Hugo Hüseyin Ibrahim Ida Ilona Ilse Imke Ina Ines Inga Inge Ingeborg Ingo
    Ingrid Inka Irene Irina Iris Irma Irmgard Isabel Isabell Isabella Isabelle Ivan Ivonne Jacek Jacob Jakob Jan
    Jana Janina Janine Jannik Jasmin Jella Jennifer Jenny Jens Jessica Jo Joachim Joanna Jochen Johann Johanna
    Johannes Jonas Jonathan Jorinda Joscha Josef Josefine Judith Jule Julia Julian Juliane Julius Juri Justus Jutta
    Jörg Jürgen Kai Kamil Karen Karin Karl Karl-Heinz Karl-Josef Karla Karlheinz Karola Karoline Karsten Kaspar
    Katarina Katharina Kathleen Kathrin Katja Katrin Kemal Kerstin Kevin Kirsten Klara Klaus Klaus-Peter Konrad
    Konstantin Konstanze Kristian Kristin Kristina Kurt Larissa Lars Laura Lea Leif Leila Lena Lennart Leo Leon
    Leonard Leonhard Leonie Leopold Levent Liane Lieselotte Lina Linda Linus Lisa Lore Lorena Lorenz Lothar Louis
    Louisa Luca Lucas Lucia Lucie Ludger Ludwig Luis Luisa Luise Luka Lukas Lutz Lydia Madeleine Maik Maike Maja
    Malin Malte Mandy Manfred Manja Manuela Marc Marcel Marco Marcus Marek Maren Margarete Margarethe Margit Margot
    Margret Maria Mariana Marianne Marie Marie-Luise Marika Marina Mario Marion Marius Marko Markus Marlene Marlies
    Marliese Marta Martha Martin Martina Mathias Mathilde Mathis Matthias Maurice Max Maximilian Mechthild Mehmet
    Meike Melanie Melina Melitta Meral Merle Meryem Mia Micha Michael Michaela Michel Michele Miguel Mike Mila Mirco
    Miriam Mirja Mirjam Mirko Mohamed Mohammad Mohammed Mona Monika Moritz Muhammed Murat Mustafa Nadine Nadja
    Natalia Natalie Natascha Nele Nico Nicole Niels Niklas Niko Nikolai Nikolaus Nils Nina Nora Norbert Norman Oktay
    Olaf Olga Oliver Olivia Omar Orhan Oskar Oswald Otmar Ottmar Otto Pascal Patricia Patrick Patrik Paul Paula
    Pauline Pedro Peter Petra Philipp Pia Pierre Rafael Raimund Rainer Ralf Ramona Raphael Rebecca Rebekka Regina
    Reiner Reinhard Reinhild Reinhold Renate Richard Rita Robert Robin Rocco Roger Roland Rolf Romy Ron Ronald Ronja
    Ronny Rosa Rosemarie Roswitha Ruben Rudolf Ruth Rüdiger Sabine Said Samira Samuel Sandra Sarah Sascha Saskia
    Sebastian Selin Selma Semra Senta Serkan Sevim Sibel Siegbert Siegfried Sieglinde Siegmar Sigrid Sigrun Silke
    Silvana Silvia Silvio Simon Simone Sina Sinan Sofia Sofie Sonja Sophia Sophie Stefan Stefanie Steffen Steffi
    Stella Stephan Steven Sultan Susann Susanna Susanne Suse Sven Svenja Swantje Sybille Sylke Sylvia Tabea Tamara
    Tanja Tatjana Tessa Theo Theodor Theresa Therese Thilo Thomas Thorsten Till Tilman Tilmann Tim Timm Timo Tina
    Tobias Tom Toni Tonja Torsten Traute Tristan Udo Ulf Uli Ulla Ulrich Ulrike Undine Ursel Ursula Ute Uwe Valentin
    Valentina Valerie Vanessa Veit Vera Verena Veronica Veronika Victoria Viktor Viktoria Vincent Viola Volker
    Volkmar Waldemar Walter Waltraud Wencke Wenzel Werner Wibke Wiebke Wilfried Wilhelm Wilhelmine Willi Willy Wilma
    Wim Winfried Wolfgang Wolfram Xaver Yannick Yasemin Yasmin Yusuf Yvette Yvonne Zeynep Zoe Özlem
    """.split()
)
